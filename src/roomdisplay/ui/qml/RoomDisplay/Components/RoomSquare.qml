pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* The way to the room's own page, for a phone: beside its caption, or upright above it. */
GridLayout {
    id: way

    required property var room

    columnSpacing: Theme.space("gap")
    columns: Theme.portrait ? 1 : 2
    rowSpacing: Theme.space("gap")

    Square {
        id: square

        Accessible.name: way.room.pageName
        Accessible.role: Accessible.Graphic
        // below two pixels a module no phone finds it
        largest: Math.max(Theme.space("page"), side * 2)
        path: way.room.pagePath
        side: way.room.pageSide
    }
    Label {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.portrait ? square.implicitWidth : -1
        color: Theme.colour("railSoft")
        elide: Text.ElideNone
        size: "railTitle"
        text: way.room.pageName
        wrapMode: Text.Wrap
    }
}
