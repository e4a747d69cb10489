pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
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
    Shape {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -button.rise
        height: button.mark
        width: button.mark

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(button.mark / 100, button.mark / 100)
            strokeColor: Theme.colour("textSoft")
            strokeWidth: Math.max(1.5, button.mark * 0.07)

            PathSvg {
                path: button.drawing
            }
        }
    }
}
