pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme

/* A button that goes on stepping while it is held. */
Pressable {
    id: button

    required property bool more
    property bool repeated: false

    signal stepped

    implicitHeight: Theme.space("choice")
    implicitWidth: Theme.space("choice")
    opacity: enabled ? 1 : 0.35
    ring: Theme.colour("sheetInk")

    // the release that ends a repetition is no further step
    onEnabledChanged: repeat.stop()
    onPressedChanged: {
        if (!pressed)
            return repeat.stop();
        repeated = false;
        repeat.interval = 500;
        repeat.start();
    }
    onTapped: if (!repeated)
        stepped()

    Timer {
        id: repeat

        repeat: true

        onTriggered: {
            interval = 140;
            button.repeated = true;
            button.stepped();
        }
    }
    Rectangle {
        anchors.fill: parent
        antialiasing: true
        border.color: Theme.colour("sheetEdge")
        border.width: Theme.space("outline")
        color: Theme.colour(button.pressed ? "sheetChoicePressed" : "sheetChoice")
        radius: button.radius
    }
    Rectangle {
        anchors.centerIn: parent
        color: Theme.colour("sheetInk")
        height: Math.max(3, Math.round(button.height * 0.04))
        radius: height / 2
        width: Math.round(button.height * 0.3)
    }
    Rectangle {
        anchors.centerIn: parent
        color: Theme.colour("sheetInk")
        height: Math.round(button.height * 0.3)
        radius: width / 2
        visible: button.more
        width: Math.max(3, Math.round(button.height * 0.04))
    }
}
