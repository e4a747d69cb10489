"""QObjects for QML: they mirror pure views, swap them before the first notify, and say nothing when nothing changed."""
