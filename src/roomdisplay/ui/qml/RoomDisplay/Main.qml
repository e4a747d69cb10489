pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme
import RoomDisplay.Components
import RoomDisplay.Controls
import RoomDisplay.Pages

Rectangle {
    id: root

    required property var look
    required property var panel
    /* No touch reaches a page: the screen is at rest, or shows an emergency. */
    readonly property bool shut: panel.emergency !== "" || panel.screen.covers
    readonly property bool covered: panel.sheet.isOpen || panel.appearance.isOpen || panel.administration.isOpen || shut
    /* Whoever stands here uses keys, or a switch, rather than a finger. */
    property bool keyed: false

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: panel.rightToLeft
    color: roomTone.rail

    onLookChanged: Theme.look = look

    Tone {
        id: roomTone

        name: root.panel.room.tone
    }
    Binding {
        property: "still"
        target: Theme
        value: !root.panel.screen.isLit
    }
    Backdrop {
        // what the page leaves bare where it is shifted
        anchors.fill: parent
        tone: roomTone
    }
    FocusScope {
        anchors.fill: parent
        enabled: !root.covered
        focus: !root.covered
        visible: root.panel.screen.isLit

        RoomPage {
            anchors.fill: parent
            panel: root.panel
            tone: roomTone

            transform: Translate {
                x: root.panel.screen.shiftX
                y: root.panel.screen.shiftY
            }
        }
    }
    Sheet {
        anchors.fill: parent
        enabled: !root.shut
        keyed: root.keyed
        lastPress: press.place
        panel: root.panel
    }
    OnDemand {
        enabled: !root.shut
        wanted: root.panel.appearance.isOpen

        sourceComponent: AppearancePage {
            admin: root.panel.administration
            appearance: root.panel.appearance
            keyed: root.keyed
        }
    }
    OnDemand {
        enabled: !root.shut
        wanted: root.panel.administration.isOpen

        sourceComponent: AdminPage {
            admin: root.panel.administration
        }
    }
    OnDemand {
        wanted: root.panel.screen.covers

        sourceComponent: Rest {
            glyph: root.panel.room.glyph
            large: root.panel.room.clock
            name: root.panel.room.room
            screen: root.panel.screen
            when: root.panel.room.when
            word: root.panel.room.word

            onTouched: root.panel.touched()
        }
    }
    OnDemand {
        wanted: root.panel.emergency !== ""

        sourceComponent: Alarm {
            panel: root.panel
        }
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
