pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme
import RoomDisplay.Controls
import RoomDisplay.Pages

Rectangle {
    id: root

    required property var panel
    readonly property bool covered: panel.sheet.isOpen || panel.appearance.isOpen || panel.administration.isOpen || panel.emergency !== ""
    /* Whoever stands here uses keys, or a switch, rather than a finger. */
    property bool keyed: false

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: panel.rightToLeft
    color: roomTone.rail

    Tone {
        id: roomTone

        name: root.panel.room.tone
    }
    FocusScope {
        anchors.fill: parent
        enabled: !root.covered
        focus: !root.covered

        RoomPage {
            anchors.fill: parent
            panel: root.panel
            tone: roomTone
        }
    }
    Sheet {
        anchors.fill: parent
        enabled: root.panel.emergency === ""
        keyed: root.keyed
        lastPress: press.place
        panel: root.panel
    }
    AppearancePage {
        anchors.fill: parent
        appearance: root.panel.appearance
        enabled: root.panel.emergency === ""
        keyed: root.keyed
    }
    AdminPage {
        admin: root.panel.administration
        anchors.fill: parent
        enabled: root.panel.emergency === ""
    }
    Alarm {
        anchors.fill: parent
        panel: root.panel
    }
    Connections {
        function onActiveFocusItemChanged(): void {
            if (!(root.Window.activeFocusItem instanceof Pressable))
                return;
            root.keyed = true;
            root.panel.touched();
        }

        target: root.Window.window
    }
    Item {
        // on top, so that it sees a press before a button takes it; it takes none itself
        anchors.fill: parent

        PointHandler {
            id: press

            property point place

            onActiveChanged: {
                if (!active)
                    return;
                place = point.scenePosition;
                root.keyed = false;
                if (root.Window.activeFocusItem instanceof Pressable)
                    root.Window.activeFocusItem.focus = false;
                root.panel.touched();
            }
        }
    }
}
