pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* Something an administrator has to mend: for whoever stands here, then for whoever can mend it. */
Rectangle {
    id: card

    required property string employee
    required property string administrator
    required property Tone tone

    antialiasing: true
    border.color: Theme.colour("outline")
    border.width: Theme.space("outline")
    color: Theme.colour("card")
    implicitHeight: column.implicitHeight + Theme.space("gap") * 3
    radius: Theme.space("radius")

    RowLayout {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.space("gap") * 1.5
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space("gap") * 1.5

        StateGlyph {
            Layout.alignment: Qt.AlignTop
            color: card.tone.accent
            ink: card.tone.ink
            kind: "refused"
            size: Math.round(Theme.type("problem") * 1.4)
        }
        ColumnLayout {
            spacing: Theme.space("gap") / 2

            Label {
                Accessible.name: text
                Accessible.role: Accessible.AlertMessage
                Layout.fillWidth: true
                elide: Text.ElideNone
                font.weight: Font.Medium
                size: "problem"
                text: card.employee
                wrapMode: Text.Wrap
            }
            Label {
                Layout.fillWidth: true
                color: Theme.colour("textSoft")
                elide: Text.ElideNone
                size: "problemDetail"
                text: card.administrator
                wrapMode: Text.Wrap
            }
        }
    }
}
