pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* A question that has to be answered first, over everything else. */
Rectangle {
    id: question

    required property string text
    required property string no
    required property string yes
    required property Tone tone

    signal decided(answer: bool)

    color: Theme.colour("scrim")

    MouseArea {
        anchors.fill: parent
    }
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        antialiasing: true
        border.color: Theme.colour("sheetEdge")
        border.width: Theme.space("outline")
        color: Theme.colour("sheet")
        height: asked.implicitHeight + Theme.space("edge")
        radius: Theme.space("radius")
        width: Math.min(parent.width - Theme.space("gap") * 2, Theme.space("edge") * 13)
        y: Theme.lowReach ? parent.height - height - Theme.space("gap") : Math.round((parent.height - height) / 2)

        ColumnLayout {
            id: asked

            anchors.left: parent.left
            anchors.margins: Theme.space("edge") / 2
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space("gap") * 1.5

            Label {
                Accessible.name: text
                Accessible.role: Accessible.AlertMessage
                Layout.fillWidth: true
                color: Theme.colour("sheetInk")
                elide: Text.ElideNone
                size: "sheetSentence"
                text: question.text
                wrapMode: Text.Wrap
            }
            RowLayout {
                spacing: Theme.space("gap")

                SheetButton {
                    Layout.preferredWidth: 1
                    label: question.no
                    outlined: true
                    tone: question.tone

                    onTapped: question.decided(false)
                }
                SheetButton {
                    Layout.preferredWidth: 1
                    label: question.yes
                    strong: true
                    tone: question.tone

                    onTapped: question.decided(true)
                }
            }
        }
    }
}
