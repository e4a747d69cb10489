pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme

/* A quiet button with a mark that needs no words. */
Pressable {
    id: button

    /* The mark's line, drawn on a square of 100. */
    required property string drawing
    /* How far above its middle the mark stands. */
    property real rise: 0
    readonly property int mark: Math.round(Theme.target * 0.44)

    radius: Theme.space("radius") * 0.7

    Rectangle {
        anchors.fill: parent
        antialiasing: true
        color: button.pressed ? Theme.colour("actionPressed") : "transparent"
        radius: button.radius
    }
    Mark {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -button.rise
        color: Theme.colour("textSoft")
        drawing: button.drawing
        size: button.mark
    }
}
