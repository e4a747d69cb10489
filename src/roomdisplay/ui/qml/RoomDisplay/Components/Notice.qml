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
    border.color: Theme.colour("outline")
    border.width: Theme.space("outline")
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
            maximumLineCount: Theme.largeText ? 4 : 3
            size: "notice"
            text: notice.text
            wrapMode: Text.Wrap
        }
        QuietButton {
            label: notice.undo
            visible: label !== ""

            onTapped: notice.undone()
        }
        QuietButton {
            label: qsTr("OK")

            onTapped: notice.dismissed()
        }
    }
}
