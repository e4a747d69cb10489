pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* One of the doctor's findings: its verdict in shape, word and colour, what was seen, and what mends it. */
Rectangle {
    id: card

    required property string title
    required property string word
    required property string glyph
    required property string tone
    required property string evidence
    required property string mend
    required property string commands
    /* What the card scrolls in. */
    required property Flickable view

    Accessible.name: title + ": " + word
    Accessible.role: Accessible.StaticText
    antialiasing: true
    border.color: Theme.colour("outline")
    border.width: Theme.space("outline")
    color: Theme.colour("card")
    implicitHeight: row.implicitHeight + Theme.space("gap") * 1.6
    radius: Theme.space("smallRadius")

    Tone {
        id: colours

        name: card.tone
    }
    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.margins: Theme.space("gap")
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space("gap")

        StateGlyph {
            // the software renderer draws a shape beyond what clips it: it is there only where all of it is in view
            readonly property real upper: card.y + row.y + y - card.view.contentY

            Layout.alignment: Qt.AlignTop
            color: colours.accent
            ink: colours.ink
            kind: card.glyph
            opacity: upper >= 0 && upper + height <= card.view.height ? 1 : 0
            size: Math.round(Theme.type("sheetSentence") * 1.4)
        }
        ColumnLayout {
            spacing: Theme.space("tight") / 2

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space("gap")

                Label {
                    Layout.fillWidth: true
                    elide: Text.ElideNone
                    font.weight: Font.DemiBold
                    size: "sheetSentence"
                    text: card.title
                    wrapMode: Text.Wrap
                }
                Label {
                    Layout.alignment: Qt.AlignTop
                    color: colours.accent
                    font.weight: Font.DemiBold
                    size: "buttonDetail"
                    text: card.word
                }
            }
            Label {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                color: Theme.colour("textSoft")
                elide: Text.ElideNone
                size: "buttonDetail"
                text: card.evidence
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            }
            Label {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                elide: Text.ElideNone
                size: "buttonDetail"
                text: card.mend
                visible: text !== ""
                wrapMode: Text.Wrap
            }
            Label {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                elide: Text.ElideNone
                size: "buttonDetail"
                text: card.commands
                visible: text !== ""
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            }
        }
    }
}
