pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* The screen at rest: a few words, faint on black and each minute somewhere else; or nothing at all. It lies over every
   page and keeps the touch that wakes the screen from it. */
FocusScope {
    id: rest

    required property var screen
    /* The largest line, and the two below it. */
    required property string large
    required property string name
    required property string glyph
    required property string word
    required property string when

    signal touched

    focus: screen.covers
    visible: screen.covers

    Keys.onPressed: event => {
        rest.touched();
        event.accepted = true;
    }

    MouseArea {
        // nothing below can be touched
        anchors.fill: parent
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.colour("rest")
        visible: !rest.screen.isLit
    }
    ColumnLayout {
        id: shown

        readonly property real freeAcross: rest.width - width - 2 * Theme.space("edge")
        readonly property real freeDown: rest.height - height - 2 * Theme.space("edge")

        spacing: Theme.space("gap")
        visible: !rest.screen.isLit && !rest.screen.isOff
        width: Math.min(implicitWidth, rest.width - 2 * Theme.space("edge"))
        x: Math.round(Theme.space("edge") + rest.screen.wanderX * freeAcross)
        y: Math.round(Theme.space("edge") + rest.screen.wanderY * freeDown)

        Label {
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            Layout.fillWidth: true
            color: Theme.colour("restInk")
            font.family: Theme.displayFamily
            font.weight: Font.Light
            size: "word"
            text: rest.large
        }
        Label {
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            Layout.fillWidth: true
            color: Theme.colour("restInk")
            font.weight: Font.DemiBold
            size: "room"
            text: rest.name
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space("gap")

            StateGlyph {
                color: Theme.colour("restInk")
                ink: Theme.colour("rest")
                kind: rest.glyph
                size: Theme.type("line")
            }
            Label {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                color: Theme.colour("restInk")
                font.weight: Font.Medium
                text: rest.word
            }
            Label {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                color: Theme.colour("restInk")
                text: rest.when
                visible: text !== ""
            }
        }
    }
    Rectangle {
        // what a backlight would do
        anchors.fill: parent
        color: Theme.colour("rest")
        opacity: rest.screen.shade
        visible: opacity > 0
    }
}
