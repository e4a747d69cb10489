pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme

/* A button of the stage: what it does, and below what that means. The likeliest one is filled. */
Pressable {
    id: button

    required property string label
    required property string detail
    required property bool filled
    required property Tone tone
    /* Says only what it does. */
    property bool terse: false
    /* There is no room to say more in letters that can be read. */
    readonly property bool crowded: detail !== "" && width > 0 && Math.ceil(leastDetail.advanceWidth) > width - inset * 2
    readonly property string smallest: Theme.largeText ? "hour" : "least"
    readonly property int inset: Math.round(Theme.space("gap") * 0.6)

    Accessible.description: detail
    Layout.fillWidth: true
    Layout.minimumWidth: Math.max(Theme.target, Math.ceil(Math.max(least.advanceWidth, Theme.largeText ? 0 : leastDetail.advanceWidth)) + inset * 2 + 1)
    Layout.preferredHeight: Theme.space("action")
    Layout.preferredWidth: 1
    name: label

    TextMetrics {
        id: least

        font.family: Theme.family
        font.pixelSize: Theme.type("hour")
        font.weight: Font.DemiBold
        text: button.label
    }
    TextMetrics {
        id: leastDetail

        font.family: Theme.family
        font.pixelSize: Theme.type(button.smallest)
        text: button.detail
    }
    Rectangle {
        anchors.fill: parent
        antialiasing: true
        border.color: Theme.colour("actionEdge")
        border.width: button.filled ? 0 : Theme.space("hair")
        color: {
            if (button.filled)
                return button.pressed ? button.tone.filledPressed : button.tone.filled;
            return Theme.colour(button.pressed ? "actionPressed" : "action");
        }
        radius: button.radius
    }
    ColumnLayout {
        anchors.left: parent.left
        anchors.leftMargin: button.inset
        anchors.right: parent.right
        anchors.rightMargin: button.inset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space("tight") / 2

        Label {
            Layout.fillWidth: true
            color: button.filled ? button.tone.filledInk : Theme.colour("text")
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.type("least")
            size: "button"
            text: button.label
        }
        Label {
            Layout.fillWidth: true
            color: button.filled ? button.tone.filledInk : Theme.colour("textSoft")
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.type(button.smallest)
            size: "buttonDetail"
            text: button.detail
            visible: text !== "" && !button.terse
        }
    }
}
