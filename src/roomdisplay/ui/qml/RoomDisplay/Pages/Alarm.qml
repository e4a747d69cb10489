pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* A message to everybody in the building: over everything, as large as it fits, until it is lifted. */
Rectangle {
    id: alarm

    required property var panel

    Accessible.name: qsTr("Emergency: %1").arg(message.text)
    Accessible.role: Accessible.AlertMessage
    color: Theme.colour("alarm")
    visible: panel.emergency !== ""

    MouseArea {
        // nothing below can be touched
        anchors.fill: parent
    }
    Stripes {
        id: above

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.colour("alarmInk")
        height: Math.round(Theme.space("edge") * 0.6)
    }
    Stripes {
        id: below

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.colour("alarmInk")
        height: above.height
    }
    RowLayout {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: Theme.space("edge")
        anchors.right: parent.right
        anchors.rightMargin: Theme.space("edge")
        anchors.top: above.bottom
        anchors.topMargin: Math.round(Theme.space("edge") * 0.5)
        spacing: Theme.space("gap") * 1.4

        StateGlyph {
            color: Theme.colour("alarmInk")
            ink: Theme.colour("alarm")
            kind: "soon"
            size: Math.round(Theme.type("clock") * 1.1)
        }
        Label {
            Layout.fillWidth: true
            color: Theme.colour("alarmInk")
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.type("line")
            size: "clock"
            text: qsTr("Emergency")
        }
        Label {
            color: Theme.colour("alarmInk")
            font.family: Theme.displayFamily
            size: "clock"
            text: alarm.panel.room.clock
        }
    }
    Label {
        id: message

        anchors.bottom: below.top
        anchors.bottomMargin: Math.round(Theme.space("edge") * 0.4)
        anchors.left: heading.left
        anchors.right: heading.right
        anchors.top: heading.bottom
        anchors.topMargin: Math.round(Theme.space("edge") * 0.3)
        color: Theme.colour("alarmInk")
        elide: Text.ElideNone
        font.family: Theme.displayFamily
        font.weight: Font.Bold
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.type("detail")
        size: "alarm"
        text: alarm.panel.emergency
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap

        // what fits is found anew once the place is known; on the way there Text keeps what it found for another
        onHeightChanged: Qt.callLater(forceLayout)
        onTextChanged: Qt.callLater(forceLayout)
        onWidthChanged: Qt.callLater(forceLayout)
    }
}
