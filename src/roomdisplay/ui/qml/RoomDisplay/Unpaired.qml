pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme
import RoomDisplay.Controls
import RoomDisplay.Pages

Rectangle {
    id: root

    required property var look
    required property var pairing
    /* No touch reaches a page: the screen is at rest. */
    readonly property bool shut: pairing.screen.covers
    /* Whoever stands here uses keys, or a switch, rather than a finger. */
    property bool keyed: false

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: pairing.rightToLeft
    color: plain.foot

    onLookChanged: Theme.look = look

    Tone {
        id: plain

        name: "held"
    }
    Binding {
        property: "still"
        target: Theme
        value: !root.pairing.screen.isLit
    }
    FocusScope {
        anchors.fill: parent
        enabled: !root.shut && !root.pairing.appearance.isOpen
        focus: enabled
        visible: root.pairing.screen.isLit

        PairingPage {
            anchors.fill: parent
            pairing: root.pairing
            tone: plain
            visible: !root.pairing.asks

            transform: Translate {
                x: root.pairing.screen.shiftX
                y: root.pairing.screen.shiftY
            }
        }
        ServerPage {
            anchors.fill: parent
            pairing: root.pairing
            tone: plain
            visible: root.pairing.asks

            transform: Translate {
                x: root.pairing.screen.shiftX
                y: root.pairing.screen.shiftY
            }
        }
    }
    AppearancePage {
        anchors.fill: parent
        appearance: root.pairing.appearance
        enabled: !root.shut
        keyed: root.keyed
    }
    Rest {
        anchors.fill: parent
        glyph: "held"
        large: root.pairing.code
        name: root.pairing.title
        screen: root.pairing.screen
        when: ""
        word: root.pairing.number

        onTouched: root.pairing.touched()
    }
    Connections {
        function onActiveFocusItemChanged(): void {
            if (!(root.Window.activeFocusItem instanceof Pressable))
                return;
            root.keyed = true;
            root.pairing.touched();
        }

        target: root.Window.window
    }
    Item {
        // on top, so that it sees a press before a button takes it; it takes none itself
        anchors.fill: parent

        PointHandler {
            onActiveChanged: {
                if (!active)
                    return;
                root.keyed = false;
                if (root.Window.activeFocusItem instanceof Pressable)
                    root.Window.activeFocusItem.focus = false;
                root.pairing.touched();
            }
        }
    }
}
