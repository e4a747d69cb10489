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
    /* One of many: all are written in one size, in two lines where one is too short. */
    property bool compact: false
    property string letters: "notice"
    property string family: Theme.family
    readonly property string smallest: Theme.largeText ? "hour" : "least"
    readonly property bool wraps: compact && label.indexOf(" ") > 0
    /* Says only what it does. */
    property bool terse: false
    /* As wide as its words, in letters of full size. */
    readonly property int wanted: Math.ceil(Math.max(whole.advanceWidth, wholeDetail.advanceWidth)) + Theme.space("gap") * 2
    /* There is no room to say more in letters that can be read. */
    readonly property bool crowded: detail !== "" && width > 0 && Math.ceil(least.advanceWidth) > words.width

    Accessible.checkable: false
    Accessible.description: detail
    Layout.fillHeight: true
    Layout.fillWidth: true
    Layout.minimumHeight: Layout.preferredHeight
    Layout.preferredHeight: Math.max(Theme.space("choice"), detail === "" ? 0 : words.implicitHeight + Theme.space("tight") * 2)
    name: label
    ring: Theme.colour("sheetInk")

    TextMetrics {
        id: least

        font.family: Theme.family
        font.pixelSize: Theme.type(button.smallest)
        text: button.detail
    }
    TextMetrics {
        id: wholeDetail

        font.family: Theme.family
        font.pixelSize: Theme.type("buttonDetail")
        text: button.detail
    }
    TextMetrics {
        id: whole

        font.family: button.family
        font.pixelSize: Theme.type("button")
        font.weight: Font.DemiBold
        text: button.label
    }
    Rectangle {
        anchors.fill: parent
        antialiasing: true
        border.color: Theme.colour("sheetEdge")
        border.width: button.outlined ? Theme.space("hair") : button.strong && button.enabled ? 0 : Theme.space("outline")
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
        id: words

        anchors.left: parent.left
        anchors.leftMargin: button.compact ? Theme.space("tight") : Theme.space("gap") * 0.6
        anchors.right: parent.right
        anchors.rightMargin: anchors.leftMargin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space("tight") / 2

        Label {
            Layout.fillWidth: true
            Layout.maximumHeight: button.height - Theme.space("tight")
            color: !button.enabled ? Theme.colour("sheetDisabledInk") : button.strong ? button.tone.strongInk : Theme.colour("sheetInk")
            font.family: button.family
            font.weight: Font.DemiBold
            fontSizeMode: button.wraps ? Text.Fit : Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 3
            minimumPixelSize: Theme.type("least")
            size: button.compact ? button.letters : "button"
            text: button.label
            verticalAlignment: Text.AlignVCenter
            wrapMode: button.wraps ? Text.WordWrap : Text.NoWrap
        }
        Label {
            Layout.fillWidth: true
            color: button.strong ? button.tone.strongInk : Theme.colour("sheetSoft")
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.type(button.smallest)
            size: "buttonDetail"
            text: button.detail
            visible: text !== "" && !button.terse
        }
    }
}
