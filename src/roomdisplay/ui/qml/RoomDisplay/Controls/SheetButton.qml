pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme

/* A button of the sheet: quiet, or strong in the colour of the room's state. */
Pressable {
    id: button

    required property string label
    required property Tone tone
    property string detail: ""
    property bool strong: false
    property bool outlined: false
    /* How many lines its words may take. */
    property int lines: 1

    Accessible.checkable: false
    Layout.fillWidth: true
    Layout.preferredHeight: Theme.space("choice")
    name: label
    ring: Theme.colour("sheetInk")

    Rectangle {
        anchors.fill: parent
        antialiasing: true
        border.color: Theme.colour("sheetEdge")
        border.width: button.outlined ? Theme.space("hair") : button.strong ? 0 : Theme.space("outline")
        color: {
            if (!button.enabled)
                return Theme.colour("sheetDisabled");
            if (button.strong)
                return button.pressed ? button.tone.strongPressed : button.tone.strong;
            if (button.pressed)
                return Theme.colour("sheetChoicePressed");
            return button.outlined ? Theme.colour("sheet") : Theme.colour("sheetChoice");
        }
        radius: button.radius
    }
    ColumnLayout {
        anchors.left: parent.left
        anchors.leftMargin: Theme.space("gap") * 0.6
        anchors.right: parent.right
        anchors.rightMargin: Theme.space("gap") * 0.6
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space("tight") / 2

        Label {
            Layout.fillWidth: true
            Layout.maximumHeight: button.height - Theme.space("tight")
            color: !button.enabled ? Theme.colour("sheetDisabledInk") : button.strong ? button.tone.strongInk : Theme.colour("sheetInk")
            font.weight: Font.DemiBold
            fontSizeMode: button.lines > 1 ? Text.Fit : Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: button.lines
            minimumPixelSize: Theme.type("least")
            size: "button"
            text: button.label
            verticalAlignment: Text.AlignVCenter
            wrapMode: button.lines > 1 ? Text.WordWrap : Text.NoWrap
        }
        Label {
            Layout.fillWidth: true
            color: button.strong ? button.tone.strongInk : Theme.colour("sheetSoft")
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.type("least")
            size: "buttonDetail"
            text: button.detail
            visible: text !== ""
        }
    }
}
