pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

/* A small drawing of one line, on a square of 100. */
Item {
    id: mark

    required property string drawing
    required property color color
    required property int size

    implicitHeight: size
    implicitWidth: size

    Shape {
        anchors.fill: parent

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(mark.size / 100, mark.size / 100)
            strokeColor: mark.color
            strokeWidth: Math.max(1.5, mark.size * 0.07)

            PathSvg {
                path: mark.drawing
            }
        }
    }
}
