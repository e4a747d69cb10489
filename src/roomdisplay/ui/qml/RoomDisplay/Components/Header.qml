pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* Which room, and what time it is. */
GridLayout {
    id: header

    required property var room

    columnSpacing: Theme.space("gap") * 2
    columns: 2
    rowSpacing: 0

    Label {
        Layout.alignment: Qt.AlignBaseline
        Layout.fillWidth: true
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.type("line")
        size: "room"
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        text: header.room.room
    }
    Label {
        Layout.alignment: Qt.AlignBaseline | Qt.AlignRight
        font.family: Theme.displayFamily
        font.weight: Font.Light
        size: "clock"
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        text: header.room.clock
    }
    Label {
        Layout.alignment: Qt.AlignBaseline
        Layout.fillWidth: true
        color: Theme.colour("textSoft")
        size: "detail"
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        text: header.room.detail
    }
    Label {
        Layout.alignment: Qt.AlignBaseline | Qt.AlignRight
        color: Theme.colour("textSoft")
        size: "detail"
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        text: header.room.date
    }
}
