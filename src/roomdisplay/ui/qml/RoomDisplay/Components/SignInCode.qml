pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* What somebody of the IT team does with their phone to sign the panel in; above it, in one line, the room's state. */
Item {
    id: page

    required property var room
    required property var signIn
    required property Tone tone
    readonly property bool airy: Theme.portrait && !Theme.largeText
    readonly property string stateSize: airy ? "sheetTitle" : "line"
    /* There is hardly room for what keeps the panel out, which is more to whoever mends it than the rest. */
    readonly property bool cramped: {
        if (!Theme.portrait && Theme.largeText && (Theme.lowReach || signIn.note !== ""))
            return true;
        const note = signIn.note === "" ? 0 : measured.implicitHeight;
        const who = Theme.type("problemDetail") * 2.6 + Theme.space("gap") * 1.4;
        return note + who > height - status.y - status.height - Theme.space("square");
    }

    Label {
        id: measured

        elide: Text.ElideNone
        size: "problemDetail"
        text: page.signIn.note
        visible: false
        width: page.width
        wrapMode: Text.Wrap
    }
    RowLayout {
        id: status

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space(page.airy ? "edge" : "gap")
        spacing: Theme.space("gap") * 0.7

        StateGlyph {
            color: page.tone.accent
            ink: page.tone.ink
            kind: page.room.glyph
            size: Math.round(Theme.type(page.stateSize) * 1.1)
        }
        Label {
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            Layout.fillWidth: true
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.type("least")
            maximumLineCount: 2
            size: page.stateSize
            text: page.room.said
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.Wrap
        }
    }
    ColumnLayout {
        readonly property real least: status.y + status.height + Theme.space("tight")

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 0
        y: Math.round(Math.max(least, (least + page.height - height) / 2))

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space("gap") * 2

            ColumnLayout {
                Layout.fillWidth: true
                spacing: page.cramped ? Theme.space("tight") / 2 : Theme.space("gap") * 0.7

                Label {
                    Accessible.name: text
                    Accessible.role: Accessible.Heading
                    Layout.fillWidth: true
                    font.weight: Font.DemiBold
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.type("problemDetail")
                    size: page.cramped ? "line" : "sheetTitle"
                    text: page.signIn.title
                }
                Label {
                    Accessible.name: text
                    Accessible.role: Accessible.StaticText
                    Layout.fillWidth: true
                    elide: Text.ElideNone
                    size: page.cramped ? "caption" : "sheetSentence"
                    text: page.signIn.how
                    wrapMode: Text.Wrap
                }
                Label {
                    Accessible.name: text
                    Accessible.role: Accessible.StaticText
                    Layout.fillWidth: true
                    elide: Text.ElideNone
                    font.family: Theme.displayFamily
                    font.letterSpacing: Theme.type("code") * 0.05
                    font.weight: Font.Bold
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.type("line")
                    size: "code"
                    tabular: true
                    text: page.signIn.code
                    visible: text !== ""
                }
            }
            Square {
                Accessible.name: page.signIn.squareName
                Accessible.role: Accessible.Graphic
                Layout.alignment: Qt.AlignTop
                largest: Theme.space("square")
                path: page.signIn.squarePath
                side: page.signIn.squareSide
                visible: side > 0
            }
        }
        Label {
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            Layout.fillWidth: true
            Layout.topMargin: Theme.space("gap") * 0.7
            color: Theme.colour("textSoft")
            elide: Text.ElideNone
            size: "problemDetail"
            text: page.signIn.who
            visible: text !== "" && !page.cramped
            wrapMode: Text.Wrap
        }
        Label {
            Accessible.name: text
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
            Layout.topMargin: Theme.space(page.cramped ? "tight" : "gap")
            color: Theme.colour("textSoft")
            maximumLineCount: 6
            size: "problemDetail"
            text: page.signIn.note
            visible: text !== ""
            wrapMode: Text.Wrap
        }
    }
}
