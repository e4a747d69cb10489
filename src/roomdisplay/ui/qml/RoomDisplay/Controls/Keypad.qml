pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme

/* Keys to type with, in rows of equal cells; left to right in every language, as on any keyboard. */
GridLayout {
    id: keypad

    required property string keys
    /* The last key stands alone in its row, in its middle. */
    property bool lastCentred: false
    /* What the last key is called, if it is the one that shows an open box: it takes the rest of its row. */
    property string space: ""
    property color ink: Theme.colour("text")
    property color plain: Theme.colour("action")
    property color held: Theme.colour("actionPressed")
    property color edge: Theme.colour("actionEdge")
    property int outline: Theme.space("hair")
    property color ring: Theme.colour("focus")

    signal pressed(key: string)

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    columnSpacing: Theme.space("tight")
    rowSpacing: Theme.space("tight")
    uniformCellHeights: true
    uniformCellWidths: true

    Repeater {
        model: keypad.keys.split("")

        Pressable {
            id: key

            required property int index
            required property string modelData

            Layout.column: index % keypad.columns + (keypad.lastCentred && index === keypad.keys.length - 1 ? 1 : 0)
            Layout.columnSpan: modelData === "␣" ? keypad.columns - index % keypad.columns : 1
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.target * 1.6
            Layout.row: Math.floor(index / keypad.columns)
            implicitHeight: 1
            implicitWidth: 1
            name: modelData === "␣" ? keypad.space : modelData
            radius: Theme.space("smallRadius")
            ring: keypad.ring

            onTapped: keypad.pressed(modelData)

            Rectangle {
                anchors.fill: parent
                border.color: keypad.edge
                border.width: keypad.outline
                color: key.pressed ? keypad.held : keypad.plain
                radius: key.radius
            }
            Label {
                anchors.centerIn: parent
                color: keypad.ink
                font.weight: Font.DemiBold
                opacity: key.enabled ? 1 : 0.5
                size: "line"
                text: key.modelData
            }
        }
    }
}
