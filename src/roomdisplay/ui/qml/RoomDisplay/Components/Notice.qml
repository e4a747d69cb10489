pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* What became of a request after its sheet had closed. */
Rectangle {
    id: notice

    required property string text
    required property bool good
    /* What the button that takes it back is called; empty: there is none. */
    required property string undo
    required property Tone tone

    signal dismissed
    signal undone

    antialiasing: true
    color: Theme.colour("card")
    implicitHeight: row.implicitHeight + Theme.space("gap")
    radius: Theme.space("radius")

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: Theme.space("gap")
        anchors.right: parent.right
        anchors.rightMargin: Theme.space("gap") / 2
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space("gap")

        StateGlyph {
            color: notice.tone.accent
            ink: notice.tone.ink
            kind: notice.good ? "done" : "refused"
            size: Math.round(Theme.type("notice") * 1.5)
        }
        Label {
            Accessible.name: text
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
            maximumLineCount: 3
            size: "notice"
            text: notice.text
            wrapMode: Text.Wrap
        }
        Choice {
            text: notice.undo
            visible: text !== ""

            onTapped: notice.undone()
        }
        Choice {
            text: qsTr("OK")

            onTapped: notice.dismissed()
        }
    }

    component Choice: Pressable {
        id: choice

        required property string text

        implicitWidth: Math.max(Theme.target, label.implicitWidth + Theme.space("gap") * 2)
        name: text
        radius: Theme.space("radius") * 0.7

        Rectangle {
            anchors.fill: parent
            antialiasing: true
            border.color: Theme.colour("actionEdge")
            border.width: 1
            color: Theme.colour(choice.pressed ? "actionPressed" : "action")
            radius: choice.radius
        }
        Label {
            id: label

            anchors.centerIn: parent
            font.weight: Font.DemiBold
            size: "notice"
            text: choice.text
        }
    }
}
