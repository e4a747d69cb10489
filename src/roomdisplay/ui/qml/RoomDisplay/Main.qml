pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme
import RoomDisplay.Pages

Rectangle {
    id: root

    required property var panel

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: panel.rightToLeft
    color: roomTone.rail

    Tone {
        id: roomTone

        name: root.panel.room.tone
    }
    RoomPage {
        anchors.fill: parent
        enabled: !root.panel.sheet.isOpen && !root.panel.administration.isOpen && root.panel.emergency === ""
        panel: root.panel
        tone: roomTone
    }
    Sheet {
        anchors.fill: parent
        enabled: root.panel.emergency === ""
        lastPress: press.place
        panel: root.panel
    }
    AdminPage {
        admin: root.panel.administration
        anchors.fill: parent
    }
    Alarm {
        anchors.fill: parent
        panel: root.panel
    }
    Item {
        // on top, so that it sees a press before a button takes it; it takes none itself
        anchors.fill: parent

        PointHandler {
            id: press

            property point place

            onActiveChanged: if (active)
                place = point.scenePosition
        }
    }
}
