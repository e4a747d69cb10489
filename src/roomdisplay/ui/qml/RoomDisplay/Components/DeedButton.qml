pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* One thing an administrator can do, and below it what it entails. */
Pressable {
    id: button

    required property string label
    required property string detail
    /* Says only what it does. */
    property bool terse: false

    Accessible.description: detail
    Layout.fillHeight: true
    Layout.fillWidth: true
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.space("gap") * 1.4)
    name: label
    radius: Theme.space("smallRadius")

    Rectangle {
        anchors.fill: parent
        antialiasing: true
        border.color: Theme.colour("actionEdge")
        border.width: Math.max(1, Theme.space("hair"))
        color: Theme.colour(button.pressed ? "actionPressed" : "action")
        radius: button.radius
    }
    ColumnLayout {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.space("gap")
        anchors.right: parent.right
        anchors.rightMargin: Theme.space("gap")
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0

        Label {
            Layout.fillWidth: true
            elide: Text.ElideNone
            font.weight: Font.DemiBold
            size: button.terse ? "buttonDetail" : "notice"
            text: button.label
            wrapMode: Text.Wrap
        }
        Label {
            Layout.fillWidth: true
            color: Theme.colour("textSoft")
            elide: Text.ElideNone
            size: "buttonDetail"
            text: button.detail
            visible: text !== "" && !button.terse
            wrapMode: Text.Wrap
        }
    }
}
