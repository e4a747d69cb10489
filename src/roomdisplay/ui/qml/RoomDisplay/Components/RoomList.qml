pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* The rooms near by, the best first. What is free now can be tapped; the rest says when it will be. */
ListView {
    id: list

    required property Tone tone
    required property Tone plain
    readonly property int row: Math.round(Theme.target * 1.25)

    signal chosen(key: string)

    boundsBehavior: Flickable.StopAtBounds
    // rows made ahead are made later, and by then the list may be another
    cacheBuffer: 0
    clip: true
    implicitHeight: contentHeight
    spacing: Theme.space("tight")

    delegate: Pressable {
        id: room

        required property string key
        required property string label
        required property string detail
        required property string status
        required property string glyph
        required property bool bookable
        required property string remaining
        readonly property Tone colours: bookable ? list.tone : list.plain

        Accessible.description: remaining
        Accessible.role: bookable ? Accessible.Button : Accessible.StaticText
        activeFocusOnTab: bookable
        enabled: bookable
        height: list.row
        ring: Theme.colour("sheetInk")
        width: ListView.view.width

        onTapped: list.chosen(key)

        Rectangle {
            anchors.fill: parent
            antialiasing: true
            border.color: Theme.colour("sheetEdge")
            border.width: room.bookable ? Theme.space("outline") : 0
            color: room.bookable ? Theme.colour(room.pressed ? "sheetChoicePressed" : "sheetChoice") : "transparent"
            radius: room.radius
        }
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.space("gap")
            anchors.rightMargin: Theme.space("gap")
            spacing: Theme.space("gap")

            StateGlyph {
                // the software renderer draws a shape beyond what clips it: it is there only where all of it is in view
                readonly property real upper: room.y + y - list.contentY

                opacity: upper >= 0 && upper + height <= list.height ? 1 : 0
                color: room.colours.strong
                ink: room.colours.strongInk
                kind: room.glyph
                size: Math.round(list.row * 0.42)
            }
            ColumnLayout {
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    color: Theme.colour("sheetInk")
                    font.weight: Font.DemiBold
                    size: "sheetSentence"
                    text: room.label
                }
                Label {
                    Layout.fillWidth: true
                    color: Theme.colour("sheetSoft")
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.type("least")
                    size: "buttonDetail"
                    text: room.detail
                    visible: text !== ""
                }
            }
            ColumnLayout {
                Layout.maximumWidth: room.width * 0.5
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    color: room.bookable ? room.colours.strong : Theme.colour("sheetSoft")
                    font.weight: room.bookable ? Font.DemiBold : Font.Normal
                    fontSizeMode: Text.HorizontalFit
                    horizontalAlignment: Text.AlignRight
                    minimumPixelSize: Theme.type("hour")
                    size: "sheetSentence"
                    text: room.status
                }
                Label {
                    Layout.fillWidth: true
                    color: Theme.colour("sheetSoft")
                    horizontalAlignment: Text.AlignRight
                    size: "buttonDetail"
                    text: room.remaining
                    visible: text !== ""
                }
            }
        }
    }
}
