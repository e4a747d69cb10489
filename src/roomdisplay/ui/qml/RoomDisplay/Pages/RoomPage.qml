pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Components

/* The page that is there all day: the room's state, and its day beside (or, upright, below) it. In low reach what can
   be tapped lies below both. */
GridLayout {
    id: page

    required property var panel
    required property Tone tone
    readonly property int shown: height - (deck.active ? deck.height : 0)

    columnSpacing: 0
    columns: Theme.portrait ? 1 : 2
    rowSpacing: 0

    Stage {
        Layout.fillHeight: true
        Layout.fillWidth: true
        panel: page.panel
        tone: page.tone
    }
    DayRail {
        id: rail

        Layout.fillHeight: true
        Layout.fillWidth: Theme.portrait
        Layout.maximumHeight: Theme.portrait ? Math.round(page.shown * Theme.railShare) : page.height
        Layout.preferredHeight: Math.round(page.shown * Theme.railShare)
        Layout.preferredWidth: Math.round(page.width * Theme.railShare)
        panel: page.panel
        tone: page.tone
    }
    Loader {
        id: deck

        Layout.columnSpan: page.columns
        Layout.fillWidth: true
        active: Theme.lowReach
        visible: active

        sourceComponent: Rectangle {
            color: page.tone.foot
            implicitHeight: below.implicitHeight + Theme.space("gap") * 2.4

            Deck {
                id: below

                anchors.left: parent.left
                anchors.leftMargin: Theme.space("edge")
                anchors.right: parent.right
                anchors.rightMargin: Theme.space("edge")
                anchors.top: parent.top
                anchors.topMargin: Theme.space("gap")
                panel: page.panel
                rail: rail
                tone: page.tone
            }
        }
    }
}
