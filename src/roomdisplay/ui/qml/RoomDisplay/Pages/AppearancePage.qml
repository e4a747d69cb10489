pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* How the panel looks and speaks, to be chosen by whoever stands here, for a while. In low reach the choices scroll in the
   lower third, and the way to the administrator's page, otherwise behind the clock, is here. */
Overlay {
    id: page

    required property var appearance
    /* Null where nobody can be an administrator yet. */
    property var admin: null

    open: appearance.isOpen
    title: appearance.title

    Keys.onEscapePressed: appearance.close()

    component Heading: Label {
        Accessible.name: text
        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
        color: Theme.colour("sheetSoft")
        font.weight: Font.DemiBold
        size: "problemDetail"
        visible: text !== ""
    }
    component Sentence: Label {
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        Layout.fillWidth: true
        color: Theme.colour("sheetSoft")
        elide: Text.ElideNone
        size: "problemDetail"
        text: page.appearance.sentence
        wrapMode: Text.Wrap
    }
    component Answer: SheetButton {
        Layout.preferredHeight: Theme.target
        Layout.preferredWidth: 1
        tone: plain
        visible: label !== ""
    }
    component Choices: GridLayout {
        id: choices

        required property var model
        required property int most
        property string letters: "notice"
        property string family: Theme.family
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
                compact: true
                family: choices.family
                letters: choices.letters
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
        id: card

        /* The height of what scrolls in low reach: its first heading is nothing to tap, so that lies above the lower third. */
        readonly property int reach: first.height + offered.spacing + Math.floor(page.height / 3) - below.implicitHeight
                                     - column.spacing - Theme.space("edge") * 0.4

        anchors.bottom: parent.bottom
        anchors.bottomMargin: -radius
        anchors.horizontalCenter: parent.horizontalCenter
        antialiasing: true
        border.color: Theme.colour("sheetEdge")
        border.width: Theme.space("outline")
        color: Theme.colour("sheet")
        height: Math.min(parent.height, column.implicitHeight + Theme.space("edge")) + radius
        radius: Theme.space("radius") * 1.5
        width: Math.min(parent.width - Theme.space("gap") * 2, Theme.space("edge") * 17.5)

        MouseArea {
            anchors.fill: parent
        }
        ColumnLayout {
            id: column

            anchors.bottomMargin: Theme.space("edge") * 0.4 + card.radius
            anchors.fill: parent
            anchors.leftMargin: Theme.space("edge") * 0.85
            anchors.rightMargin: Theme.space("edge") * 0.85
            anchors.topMargin: Theme.space("edge") * 0.6
            spacing: Theme.space("gap")

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
            Sentence {
                visible: Theme.lowReach
            }
            Flickable {
                id: scroll

                Layout.fillHeight: !Theme.lowReach
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.lowReach ? card.reach : contentHeight
                boundsBehavior: Flickable.StopAtBounds
                clip: contentHeight > height
                contentHeight: offered.implicitHeight
                contentWidth: width
                flickableDirection: Flickable.VerticalFlick

                ColumnLayout {
                    id: offered

                    spacing: Theme.space("tight") * 0.8
                    width: scroll.width

                    Heading {
                        id: first

                        text: page.appearance.language
                    }
                    Choices {
                        family: Theme.namesFamily
                        letters: Theme.largeText ? "hour" : "notice"
                        model: page.appearance.languages
                        most: 5
                    }
                    Heading {
                        Layout.topMargin: Theme.space(Theme.lowReach ? "tight" : "gap")
                        text: page.appearance.colours
                    }
                    Choices {
                        model: page.appearance.themes
                        most: 3
                    }
                    Heading {
                        Layout.topMargin: Theme.space(Theme.lowReach ? "tight" : "gap")
                        text: page.appearance.ease
                    }
                    Choices {
                        model: page.appearance.switches
                        most: Theme.portrait ? 2 : 4
                        switches: true
                    }
                }
            }
            Sentence {
                visible: !Theme.lowReach
            }
            RowLayout {
                id: below

                Layout.fillWidth: true
                spacing: Theme.space("gap")

                Hold {
                    colour: Theme.colour("sheetInk")
                    enabled: visible
                    name: page.admin?.name ?? ""
                    visible: Theme.lowReach && (page.admin?.isOffered ?? false)

                    onHeld: {
                        page.appearance.close();
                        page.admin.open();
                    }

                    Lock {
                        anchors.centerIn: parent
                        color: Theme.colour("sheetSoft")
                        size: Math.round(Theme.target * 0.4)
                    }
                }
                Answer {
                    label: page.appearance.readAloud
                    outlined: true

                    onTapped: page.appearance.say()
                }
                Answer {
                    label: page.appearance.resetName
                    outlined: true

                    onTapped: page.appearance.reset()
                }
                Answer {
                    label: page.appearance.done
                    strong: true

                    onTapped: page.appearance.close()
                }
            }
        }
    }
}
