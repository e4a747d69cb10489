pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme

/* A button for what few people need: as big as a finger, and otherwise modest. */
Pressable {
    id: button

    required property string label
    /* Even in the smallest letters it needs two lines. */
    readonly property bool wraps: Math.ceil(least.advanceWidth) > width - Theme.space("tight") * 2

    Layout.fillWidth: true
    Layout.maximumWidth: implicitWidth
    Layout.minimumWidth: Theme.target
    implicitWidth: Math.max(Theme.target, Math.ceil(whole.advanceWidth) + Theme.space("gap") * 2)
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
    TextMetrics {
        id: least

        font.family: Theme.family
        font.pixelSize: Theme.type("hour")
        font.weight: Font.DemiBold
        text: button.label
    }
    TextMetrics {
        id: whole

        font.family: Theme.family
        font.pixelSize: Theme.type("notice")
        font.weight: Font.DemiBold
        text: button.label
    }
    Label {

        anchors.fill: parent
        anchors.leftMargin: Theme.space("tight")
        anchors.rightMargin: Theme.space("tight")
        font.weight: Font.DemiBold
        fontSizeMode: button.wraps ? Text.FixedSize : Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 2
        minimumPixelSize: Theme.type("hour")
        opacity: button.enabled ? 1 : 0.5
        size: button.wraps ? "hour" : "notice"
        text: button.label
        verticalAlignment: Text.AlignVCenter
        wrapMode: button.wraps ? Text.Wrap : Text.NoWrap
    }
}
