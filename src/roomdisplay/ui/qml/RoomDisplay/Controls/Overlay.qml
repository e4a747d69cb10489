pragma ComponentBehavior: Bound

import QtQuick

/* What lies over the page. Whoever uses keys finds the focus at its first button, and at the first of what follows. */
FocusScope {
    id: overlay

    required property bool open
    required property bool keyed
    required property string title

    function enter(): void {
        if (open && keyed)
            nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
    }
    /* The focused button may be gone, and another have come. */
    function entered(): void {
        if (activeFocus && !(Window.activeFocusItem instanceof Pressable && Window.activeFocusItem.visible))
            enter();
    }

    Accessible.name: title
    Accessible.role: Accessible.Dialog
    focus: open
    visible: open

    onOpenChanged: Qt.callLater(enter)
}
