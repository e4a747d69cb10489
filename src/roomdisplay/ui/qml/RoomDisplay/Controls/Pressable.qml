pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme

/* Anything that can be tapped: big enough for a finger, named, reachable by keyboard. */
Item {
    id: control

    required property string name
    property color ring: Theme.colour("focus")
    property real radius: Theme.space("radius")
    readonly property bool pressed: tap.pressed

    signal tapped

    Accessible.focusable: true
    Accessible.name: name
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    implicitHeight: Theme.target
    implicitWidth: Theme.target

    Accessible.onPressAction: tapped()
    Keys.onReturnPressed: tapped()
    Keys.onSpacePressed: tapped()

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: control.tapped()
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.space("focus") - 1
        border.color: control.ring
        border.width: Theme.space("focus")
        color: "transparent"
        radius: control.radius - anchors.margins
        visible: control.activeFocus
    }
}
