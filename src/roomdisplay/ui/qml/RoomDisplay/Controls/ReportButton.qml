pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import RoomDisplay.Theme

/* The way to report a problem: a wrench, which needs no words. Drawn on a square of 100. */
Pressable {
    id: button

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
                path: "M 88 26 L 71 43 L 57 29 L 74 12 A 26 26 0 0 0 41 46 L 12 75 A 9 9 0 0 0 25 88 L 54 59 A 26 26 0 0 0 88 26 Z"
            }
        }
    }
}
