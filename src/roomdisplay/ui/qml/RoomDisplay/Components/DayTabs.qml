pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* Which day the rail shows. */
RowLayout {
    id: tabs

    required property color accent
    required property bool tomorrow

    signal chosen(tomorrow: bool)

    spacing: Theme.space("gap") * 1.6

    Tab {
        accent: tabs.accent
        label: qsTr("Today")
        selected: !tabs.tomorrow

        onTapped: tabs.chosen(false)
    }
    Tab {
        accent: tabs.accent
        label: qsTr("Tomorrow")
        selected: tabs.tomorrow

        onTapped: tabs.chosen(true)
    }
}
