pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme

/* Opens something that nobody opens by accident: pressed and held for three seconds, by a finger or by a key. After the
   first half second it shows how far that is. */
Item {
    id: hold

    required property string name
    required property color colour
    property int quiet: 500
    property int whole: 3000
    property bool keyHeld: false
    readonly property bool pressed: enabled && (finger.pressed || keyHeld)
    property real progress: 0

    signal held

    Accessible.focusable: true
    Accessible.name: name
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    implicitHeight: Theme.target
    implicitWidth: Theme.target

    Accessible.onPressAction: held()
    Keys.onPressed: event => {
        if (event.key !== Qt.Key_Return && event.key !== Qt.Key_Space)
            return;
        event.accepted = true;
        keyHeld = true;
    }
    Keys.onReleased: event => {
        if (event.isAutoRepeat)
            return;
        event.accepted = true;
        keyHeld = false;
    }
    onActiveFocusChanged: keyHeld = false
    onPressedChanged: {
        if (pressed) {
            time.restart();
        } else {
            time.stop();
            progress = 0;
        }
    }

    TapHandler {
        id: finger

        gesturePolicy: TapHandler.WithinBounds
        longPressThreshold: 0
    }
    NumberAnimation {
        id: time

        duration: hold.whole
        from: 0
        property: "progress"
        target: hold
        to: 1

        onFinished: {
            hold.keyHeld = false;
            hold.progress = 0;
            hold.held();
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        antialiasing: true
        color: Theme.colour("track")
        height: Theme.space("progress")
        radius: height / 2
        visible: hold.progress * hold.whole > hold.quiet

        Rectangle {
            antialiasing: true
            color: hold.colour
            height: parent.height
            radius: parent.radius
            width: Math.max(height, parent.width * hold.progress)
        }
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -4
        border.color: Theme.colour("focus")
        border.width: 3
        color: "transparent"
        radius: Theme.space("smallRadius")
        visible: hold.activeFocus
    }
}
