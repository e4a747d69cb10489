pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* A panel that is not paired: what to scan, what to compare, and who this panel is. */
Rectangle {
    id: page

    required property var pairing
    required property Tone tone

    gradient: Gradient {
        GradientStop {
            color: page.tone.stageTop
            position: 0
        }
        GradientStop {
            color: page.tone.stageBottom
            position: 1
        }
    }

    GridLayout {
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.margins: Theme.space("edge")
        anchors.right: parent.right
        anchors.top: parent.top
        columnSpacing: Theme.space("edge")
        columns: Theme.portrait ? 1 : 2
        rowSpacing: Theme.space("edge")

        Square {
            Accessible.name: page.pairing.squareName
            Accessible.role: Accessible.Graphic
            Layout.alignment: Theme.portrait ? Qt.AlignLeft | Qt.AlignBottom : Qt.AlignVCenter
            largest: Math.min(page.height - foot.height - Theme.space("edge") * 2, page.width * (Theme.portrait ? 0.62 : 0.42))
            path: page.pairing.squarePath
            side: page.pairing.squareSide
            visible: side > 0
        }
        ColumnLayout {
            Layout.alignment: Theme.portrait && page.pairing.squareSide > 0 ? Qt.AlignTop : Qt.AlignVCenter
            Layout.fillWidth: true
            spacing: Theme.space("tight")

            Label {
                Accessible.name: text
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
                font.weight: Font.DemiBold
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.type("line")
                size: "when"
                text: page.pairing.title
            }
            Label {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                elide: Text.ElideNone
                size: "sheetSentence"
                text: page.pairing.how
                wrapMode: Text.Wrap
            }
            Label {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                Layout.topMargin: Theme.space("tight")
                elide: Text.ElideNone
                font.family: Theme.displayFamily
                font.letterSpacing: Theme.type("code") * 0.04
                font.weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.type("line")
                size: "code"
                text: page.pairing.code
                visible: text !== ""
            }
            Label {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                Layout.topMargin: Theme.space("gap")
                elide: Text.ElideNone
                size: "sheetSentence"
                text: page.pairing.match
                visible: text !== ""
                wrapMode: Text.Wrap
            }
            Label {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                color: page.tone.accent
                font.family: Theme.displayFamily
                font.letterSpacing: Theme.type("code") * 0.04
                font.weight: Font.Bold
                size: "code"
                tabular: true
                text: page.pairing.number
                visible: text !== ""
            }
            QuietButton {
                Layout.topMargin: Theme.space("gap") * 1.5
                label: page.pairing.button
                visible: label !== "" && !Theme.lowReach

                onTapped: page.pairing.again()
            }
        }
    }
    RowLayout {
        id: foot

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space("edge") * 0.5
        anchors.left: parent.left
        anchors.leftMargin: Theme.space("edge")
        anchors.right: parent.right
        anchors.rightMargin: Theme.space("edge")
        height: Math.max(Theme.target, facts.implicitHeight)
        spacing: Theme.space("gap")

        ColumnLayout {
            id: facts

            Layout.fillWidth: true
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space("tight") * 1.5
                visible: page.pairing.network !== ""

                StateGlyph {
                    Layout.alignment: Qt.AlignTop
                    color: page.tone.accent
                    ink: page.tone.ink
                    kind: page.pairing.isWell ? "done" : "unknown"
                    size: Math.round(Theme.type("problemDetail") * 1.2)
                }
                Label {
                    Accessible.name: text
                    Accessible.role: Accessible.AlertMessage
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    maximumLineCount: Theme.portrait ? 3 : 2
                    size: "problemDetail"
                    text: page.pairing.network
                    wrapMode: Text.Wrap
                }
            }
            Label {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                color: Theme.colour("textSoft")
                elide: Text.ElideNone
                size: "problemDetail"
                tabular: true
                text: page.pairing.key === "" ? page.pairing.serial : page.pairing.serial + (Theme.portrait ? "\n" : "  ·  ") + page.pairing.key
                wrapMode: Text.Wrap
            }
        }
        AccessButton {
            Layout.preferredHeight: Theme.target
            name: page.pairing.appearance.button

            onTapped: page.pairing.appearance.open()
        }
        QuietButton {
            label: page.pairing.button
            visible: label !== "" && Theme.lowReach

            onTapped: page.pairing.again()
        }
        QuietButton {
            label: page.pairing.change
            visible: label !== ""

            onTapped: page.pairing.askAnew()
        }
    }
}
