pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* Whoever books says who they are: what has been typed, and the keys for it. A badge needs neither. */
ColumnLayout {
    id: who

    required property var view
    /* What all the keys may take. */
    required property int room
    readonly property int rows: Math.ceil(view.keys.length / keypad.columns)

    signal pressed(key: string)

    spacing: Theme.space("gap")

    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.target
        border.color: Theme.colour("sheetEdge")
        border.width: Math.max(1, Theme.space("outline"))
        color: Theme.colour("sheetChoice")
        radius: Theme.space("smallRadius")

        Label {
            Accessible.name: who.view.typedName
            Accessible.role: Accessible.StaticText
            anchors.fill: parent
            anchors.leftMargin: Theme.space("gap")
            anchors.rightMargin: Theme.space("gap")
            color: Theme.colour("sheetInk")
            elide: Text.ElideLeft
            font.letterSpacing: who.view.asks === "pin" ? Theme.space("tight") : 0
            horizontalAlignment: who.view.asks === "pin" ? Text.AlignHCenter : Text.AlignLeft
            size: "line"
            text: who.view.typed
            verticalAlignment: Text.AlignVCenter
        }
    }
    Keypad {
        id: keypad

        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(who.room, who.rows * (Theme.target + rowSpacing) - rowSpacing)
        columns: {
            if (who.view.asks === "pin")
                return Theme.portrait && !Theme.lowReach ? 5 : 10;
            return Theme.lowReach && !Theme.portrait ? Math.ceil((who.view.keys.length + 1) / 2) : 10;
        }
        edge: Theme.colour("sheetEdge")
        enabled: who.view.mayType
        held: Theme.colour("sheetChoicePressed")
        ink: Theme.colour("sheetInk")
        keys: who.view.keys
        outline: Theme.space("outline")
        plain: Theme.colour("sheetChoice")
        ring: Theme.colour("sheetInk")
        space: who.view.space

        onPressed: key => who.pressed(key)
    }
}
