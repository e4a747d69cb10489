pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* How far the screen can be trusted: a full dot while live, a ring when not. */
RowLayout {
    id: mark

    required property var room
    required property Tone tone

    spacing: Theme.space("tight") * 1.5

    Rectangle {
        readonly property int dot: Math.round(Theme.type("caption") * 0.62)

        Layout.preferredHeight: dot
        Layout.preferredWidth: dot
        antialiasing: true
        border.color: mark.tone.accent
        border.width: mark.room.live ? 0 : 2
        color: mark.room.live ? mark.tone.accent : "transparent"
        radius: dot / 2
    }
    Label {
        Layout.fillWidth: true
        color: Theme.colour("textSoft")
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.type("hour")
        size: "caption"
        tabular: true
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        maximumLineCount: 2
        text: mark.room.freshness
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }
}
