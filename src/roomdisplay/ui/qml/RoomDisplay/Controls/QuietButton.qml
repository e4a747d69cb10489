pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme

/* A button for what few people need: as big as a finger, and otherwise modest. */
Pressable {
    id: button

    required property string label

    Layout.fillWidth: true
    Layout.maximumWidth: implicitWidth
    Layout.minimumWidth: Theme.target
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

        anchors.fill: parent
        anchors.leftMargin: Theme.space("tight")
        anchors.rightMargin: Theme.space("tight")
        font.weight: Font.DemiBold
        fontSizeMode: Text.Fit
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 2
        minimumPixelSize: Theme.type("hour")
        size: "notice"
        text: button.label
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.WordWrap
    }
}
