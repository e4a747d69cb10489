pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Components

/* The page that is there all day: the room's state, and its day beside (or, upright, below) it. */
GridLayout {
    id: page

    required property var panel
    required property Tone tone

    columnSpacing: 0
    flow: Theme.portrait ? GridLayout.TopToBottom : GridLayout.LeftToRight
    rowSpacing: 0
    rows: Theme.portrait ? 2 : 1
    columns: Theme.portrait ? 1 : 2

    Stage {
        Layout.fillHeight: true
        Layout.fillWidth: true
        panel: page.panel
        tone: page.tone
    }
    DayRail {
        Layout.fillHeight: true
        Layout.fillWidth: Theme.portrait
        Layout.maximumHeight: Theme.portrait ? Math.round(page.height * Theme.railShare) : page.height
        Layout.preferredHeight: Math.round(page.height * Theme.railShare)
        Layout.preferredWidth: Math.round(page.width * Theme.railShare)
        panel: page.panel
        tone: page.tone
    }
}
