pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme

Pressable {
    id: tab

    required property string label
    required property color accent
    property bool selected: false

    Accessible.role: Accessible.PageTab
    Accessible.selected: selected
    implicitWidth: Math.max(text.implicitWidth, Theme.target)
    name: label
    radius: Theme.space("smallRadius")

    Label {
        id: text

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        color: tab.selected || tab.pressed ? Theme.colour("railText") : Theme.colour("railSoft")
        font.weight: tab.selected ? Font.DemiBold : Font.Normal
        size: "tab"
        text: tab.label
    }
    Rectangle {
        anchors.bottom: text.bottom
        anchors.bottomMargin: -Theme.space("tight") - height
        anchors.left: text.left
        anchors.right: text.right
        color: tab.accent
        height: Math.max(2, Theme.space("tight") / 2)
        visible: tab.selected
    }
}
