pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* Who the panel is, what can be done to it, and what the doctor found; scrolled as far as it goes. */
FocusScope {
    id: desk

    required property var admin
    required property Tone tone

    focus: true

    Flickable {
        id: scroll

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: content.implicitHeight
        enabled: desk.admin.question === ""
        focus: true

        Keys.onDownPressed: contentY = Math.min(contentY + Theme.target, Math.max(0, contentHeight - height))
        Keys.onUpPressed: contentY = Math.max(0, contentY - Theme.target)

        GridLayout {
            id: content

            columnSpacing: Theme.space("gap") * 2
            columns: Theme.portrait ? 1 : 2
            rowSpacing: Theme.space("gap")
            width: scroll.width

            GridLayout {
                Layout.alignment: Qt.AlignTop
                Layout.column: 0
                Layout.fillHeight: false
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                Layout.row: 0
                columnSpacing: Theme.space("tight")
                columns: Theme.portrait ? 2 : 1
                rowSpacing: Theme.space("tight")
                uniformCellWidths: true

                Repeater {
                    model: desk.admin.deeds

                    DeedButton {
                        required property string key

                        onTapped: desk.admin.act(key)
                    }
                }
            }
            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.column: 0
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                Layout.row: Theme.portrait ? 2 : 1
                spacing: Theme.space("tight")

                Repeater {
                    model: desk.admin.facts

                    ColumnLayout {
                        id: fact

                        required property string label
                        required property string value

                        Layout.fillWidth: true
                        Layout.topMargin: Theme.space("tight")
                        spacing: 0

                        Label {
                            Layout.fillWidth: true
                            color: Theme.colour("textSoft")
                            size: "buttonDetail"
                            text: fact.label
                        }
                        Label {
                            Accessible.name: fact.label + ": " + text
                            Accessible.role: Accessible.StaticText
                            Layout.fillWidth: true
                            elide: Text.ElideNone
                            size: "problemDetail"
                            text: fact.value
                            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                        }
                    }
                }
                Item {
                    Layout.fillHeight: true
                }
            }
            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.column: Theme.portrait ? 0 : 1
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                Layout.row: Theme.portrait ? 1 : 0
                Layout.rowSpan: Theme.portrait ? 1 : 2
                spacing: Theme.space("gap")

                Label {
                    Accessible.name: text
                    Accessible.role: Accessible.AlertMessage
                    Layout.fillWidth: true
                    elide: Text.ElideNone
                    font.weight: Font.DemiBold
                    size: "sheetSentence"
                    text: desk.admin.status
                    visible: text !== ""
                    wrapMode: Text.Wrap
                }
                Square {
                    Accessible.name: desk.admin.squareName
                    Accessible.role: Accessible.Graphic
                    Layout.alignment: Qt.AlignHCenter
                    largest: Math.min(scroll.height * 0.75, scroll.width * 0.5)
                    path: desk.admin.squarePath
                    side: desk.admin.squareSide
                    visible: side > 0
                }
                Label {
                    Accessible.name: text
                    Accessible.role: Accessible.StaticText
                    Layout.fillWidth: true
                    elide: Text.ElideNone
                    size: "problemDetail"
                    text: desk.admin.squareText
                    visible: text !== ""
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                }
                Repeater {
                    model: desk.admin.findings

                    FindingCard {
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.space("gap") * 1.5
        color: Theme.colour("scrim")
        visible: desk.admin.question !== ""

        MouseArea {
            anchors.fill: parent
        }
        Rectangle {
            anchors.centerIn: parent
            antialiasing: true
            color: Theme.colour("sheet")
            height: asked.implicitHeight + Theme.space("edge")
            radius: Theme.space("radius")
            width: Math.min(parent.width, Theme.space("edge") * 13)

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
                    text: desk.admin.question
                    wrapMode: Text.Wrap
                }
                RowLayout {
                    spacing: Theme.space("gap")

                    SheetButton {
                        Layout.preferredWidth: 1
                        label: desk.admin.no
                        outlined: true
                        tone: desk.tone

                        onTapped: desk.admin.decide(false)
                    }
                    SheetButton {
                        Layout.preferredWidth: 1
                        label: desk.admin.yes
                        strong: true
                        tone: desk.tone

                        onTapped: desk.admin.decide(true)
                    }
                }
            }
        }
    }
}
