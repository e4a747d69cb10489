pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* Which room, and what time it is; with large letters nothing but that. Held for a while, the clock leads to the
   administrator's page; in low reach the page of appearance does. */
GridLayout {
    id: header

    required property var admin
    required property var room
    required property Tone tone

    /* Somebody wants to know more about the room. */
    signal wondered

    columnSpacing: Theme.space("gap") * 2
    columns: logo.visible ? 3 : 2
    rowSpacing: 0

    Image {
        id: logo

        readonly property real share: implicitWidth / Math.max(1, implicitHeight)

        Layout.alignment: Qt.AlignVCenter
        Layout.preferredHeight: Theme.type("room") * 1.5
        Layout.preferredWidth: Math.min(Theme.type("room") * 4, Layout.preferredHeight * share)
        Layout.rightMargin: -Theme.space("gap") * 0.6
        Layout.rowSpan: 2
        fillMode: Image.PreserveAspectFit
        source: Theme.logo
        sourceSize.height: Theme.logo === "" ? 0 : Theme.type("room") * 3
        visible: status === Image.Ready
    }
    Label {
        Layout.alignment: Qt.AlignBaseline
        Layout.fillWidth: true
        Layout.rightMargin: about.visible ? about.width : 0
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.type("line")
        size: "room"
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        text: header.room.room

        AboutButton {
            id: about

            anchors.left: parent.left
            anchors.leftMargin: parent.contentWidth
            anchors.verticalCenter: parent.verticalCenter
            name: header.room.about
            visible: name !== "" && !Theme.lowReach

            onTapped: header.wondered()
        }
    }
    Label {
        Layout.alignment: Qt.AlignBaseline | Qt.AlignRight
        font.family: Theme.displayFamily
        font.weight: Font.Light
        size: "clock"
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        text: header.room.clock

        Hold {
            anchors.centerIn: parent
            colour: header.tone.accent
            enabled: header.admin.isOffered && !Theme.lowReach
            height: Math.max(parent.height, Theme.target)
            name: header.admin.name
            visible: enabled
            width: Math.max(parent.width, Theme.target)

            onHeld: header.admin.open()
        }
    }
    Label {
        Layout.alignment: Qt.AlignBaseline
        Layout.fillWidth: true
        color: Theme.colour("textSoft")
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.type("least")
        size: "detail"
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        text: header.room.detail
        visible: !Theme.largeText
    }
    Label {
        Layout.alignment: Qt.AlignBaseline | Qt.AlignRight
        color: Theme.colour("textSoft")
        size: "detail"
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        text: header.room.date
        visible: !Theme.largeText
    }
}
