pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme

/* A button for what few people need: as big as a finger, and otherwise modest. */
Pressable {
    id: button

    required property string label

    implicitWidth: Math.max(Theme.target, text.implicitWidth + Theme.space("gap") * 2)
    name: label
    radius: Theme.space("radius") * 0.7

    Rectangle {
        anchors.fill: parent
        antialiasing: true
        border.color: Theme.colour("actionEdge")
        border.width: Theme.space("hair")
        color: Theme.colour(button.pressed ? "actionPressed" : "action")
        radius: button.radius
    }
    Label {
        id: text

        anchors.centerIn: parent
        font.weight: Font.DemiBold
        size: "notice"
        text: button.label
    }
}
