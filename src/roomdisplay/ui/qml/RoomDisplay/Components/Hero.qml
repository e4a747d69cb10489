pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* The state, the time that matters, and who. */
ColumnLayout {
    id: hero

    required property var room
    required property Tone tone
    /* Something else needs the room too. */
    property bool tight: false
    readonly property string said: room.said

    spacing: 0

    onSaidChanged: Accessible.announce(said)

    TextMetrics {
        id: least

        font.family: Theme.family
        font.pixelSize: Theme.type("line")
        text: hero.room.remaining
    }

    Headline {
        Layout.fillWidth: true
        glyph: hero.room.glyph
        share: hero.tight ? 0.62 : Theme.lowReach && !Theme.portrait ? 0.76 : 1
        tone: hero.tone
        word: hero.room.word
    }
    RowLayout {
        Layout.topMargin: Theme.space("gap") * 0.4
        spacing: Theme.space("gap") * 1.4
        visible: hero.room.when !== ""

        Label {
            Layout.alignment: Qt.AlignBaseline
            Layout.fillWidth: hero.room.remaining === ""
            // both can be read, whichever is longer
            Layout.maximumWidth: hero.width - (hero.room.remaining === "" ? 0 : Math.ceil(least.advanceWidth) + Theme.space("gap") * 2)
            elide: Text.ElideNone
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.type("caption")
            size: "when"
            text: hero.room.when
            Accessible.name: text
            Accessible.role: Accessible.StaticText
        }
        Label {
            Layout.alignment: Qt.AlignBaseline
            Layout.fillWidth: true
            font.weight: Font.Normal
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.type("caption")
            size: "when"
            text: hero.room.remaining
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            visible: text !== ""
        }
    }
    Label {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space("gap") * 0.7
        // where there is no time to tell, there is a reason, which may take more words
        maximumLineCount: hero.room.when === "" ? 12 : hero.room.tone === "unknown" ? 3 : 2
        size: hero.room.when === "" && text.length > 160 ? (Theme.portrait ? "notice" : "problemDetail") : "line"
        text: hero.room.line
        visible: text !== ""
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        wrapMode: Text.Wrap
    }
    Label {
        Layout.fillWidth: true
        color: Theme.colour("textSoft")
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.type("least")
        size: "line"
        text: hero.room.next
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        visible: text !== "" && !hero.tight
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.space("progress")
        Layout.topMargin: Theme.space("gap") * 1.6
        antialiasing: true
        color: Theme.colour("track")
        radius: height / 2
        visible: hero.room.progress >= 0 && !hero.tight

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.top: parent.top
            antialiasing: true
            color: hero.tone.accent
            radius: height / 2
            width: Math.round(Math.max(Theme.space("progress"), hero.width * hero.room.progress))
        }
    }
}
