pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme
import RoomDisplay.Pages

Rectangle {
    id: root

    required property var look
    required property var pairing

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: pairing.rightToLeft
    color: plain.rail

    onLookChanged: Theme.look = look

    Tone {
        id: plain

        name: "held"
    }
    PairingPage {
        anchors.fill: parent
        pairing: root.pairing
        tone: plain
        visible: !root.pairing.asks
    }
    ServerPage {
        anchors.fill: parent
        pairing: root.pairing
        tone: plain
        visible: root.pairing.asks
    }
}
