pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* How the panel looks and speaks, to be chosen by whoever stands here, for a while. */
Overlay {
    id: page

    required property var appearance

    open: appearance.isOpen
    title: appearance.title

    Keys.onEscapePressed: appearance.close()

    component Heading: Label {
        Accessible.name: text
        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
        Layout.topMargin: Theme.space("gap")
        color: Theme.colour("sheetSoft")
        font.weight: Font.DemiBold
        size: "problemDetail"
        visible: text !== ""
    }
    component Choices: GridLayout {
        id: choices

        required property var model
        required property int most
        property bool switches: false

        Layout.fillWidth: true
        columnSpacing: Theme.space("tight") * 1.6
        columns: Math.min(most, Math.max(1, repeater.count))
        rowSpacing: Theme.space("tight") * 1.6
        uniformCellWidths: true
        visible: repeater.count > 0

        Repeater {
            id: repeater

            model: choices.model

            SheetButton {
                required property string key
                required property bool chosen

                Accessible.checkable: true
                Accessible.checked: chosen
                Accessible.role: choices.switches ? Accessible.CheckBox : Accessible.RadioButton
                Layout.preferredHeight: Theme.target
                Layout.preferredWidth: 1
                lines: 2
                strong: chosen
                tone: plain

                onTapped: page.appearance.choose(key)
            }
        }
    }
    Tone {
        id: plain

        name: "held"
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.colour("scrim")

        MouseArea {
            anchors.fill: parent
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -radius
        anchors.horizontalCenter: parent.horizontalCenter
        antialiasing: true
        color: Theme.colour("sheet")
        height: Math.min(parent.height + radius, column.implicitHeight + column.anchors.topMargin + foot.height + foot.anchors.topMargin + Theme.space("edge") * 0.6 + radius)
        radius: Theme.space("radius") * 1.5
        width: Math.min(parent.width - Theme.space("gap") * 2, Theme.space("edge") * 17.5)

        MouseArea {
            anchors.fill: parent
        }
        Flickable {
            id: scroll

            anchors.bottom: foot.top
            anchors.left: foot.left
            anchors.right: foot.right
            anchors.top: parent.top
            boundsBehavior: Flickable.StopAtBounds
            clip: contentHeight > height
            contentHeight: column.implicitHeight + column.anchors.topMargin + Theme.space("gap")
            contentWidth: width
            flickableDirection: Flickable.VerticalFlick

            ColumnLayout {
                id: column

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.topMargin: Theme.space("edge") * 0.6
                spacing: Theme.space("tight") * 0.8

                Label {
                    Accessible.name: text
                    Accessible.role: Accessible.Heading
                    Layout.fillWidth: true
                    color: Theme.colour("sheetInk")
                    font.weight: Font.DemiBold
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.type("line")
                    size: "sheetTitle"
                    text: page.appearance.title
                }
                Heading {
                    text: page.appearance.language
                }
                Choices {
                    model: page.appearance.languages
                    most: Theme.portrait ? 3 : 5
                }
                Heading {
                    text: page.appearance.colours
                }
                Choices {
                    model: page.appearance.themes
                    most: 3
                }
                Heading {
                    text: page.appearance.ease
                }
                Choices {
                    model: page.appearance.switches
                    most: Theme.portrait ? 2 : 4
                    switches: true
                }
            }
        }
        ColumnLayout {
            id: foot

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.space("edge") * 0.4 + parent.radius
            anchors.left: parent.left
            anchors.leftMargin: Theme.space("edge") * 0.85
            anchors.right: parent.right
            anchors.rightMargin: Theme.space("edge") * 0.85
            anchors.topMargin: Theme.space("gap")
            spacing: Theme.space("gap")

            Label {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                color: Theme.colour("sheetSoft")
                elide: Text.ElideNone
                size: "problemDetail"
                text: page.appearance.sentence
                wrapMode: Text.Wrap
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space("gap")
                uniformCellSizes: true

                SheetButton {
                    Layout.preferredHeight: Theme.target
                    label: page.appearance.readAloud
                    outlined: true
                    tone: plain
                    visible: label !== ""

                    onTapped: page.appearance.say()
                }
                SheetButton {
                    Layout.preferredHeight: Theme.target
                    label: page.appearance.resetName
                    outlined: true
                    tone: plain
                    visible: label !== ""

                    onTapped: page.appearance.reset()
                }
                SheetButton {
                    Layout.preferredHeight: Theme.target
                    label: page.appearance.done
                    strong: true
                    tone: plain

                    onTapped: page.appearance.close()
                }
            }
        }
    }
}
