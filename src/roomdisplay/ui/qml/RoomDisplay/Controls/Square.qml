pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

/* A QR symbol. A module is a whole number of pixels, so that every edge is sharp; dark on light whatever the theme. */
Rectangle {
    id: square

    required property string path
    required property int side
    required property int largest
    readonly property int module: Math.max(1, Math.floor(largest / Math.max(1, side)))

    color: "white"
    implicitHeight: side * module
    implicitWidth: side * module

    Shape {
        anchors.fill: parent

        ShapePath {
            fillColor: "black"
            fillRule: ShapePath.WindingFill
            scale: Qt.size(square.module, square.module)
            strokeWidth: -1

            PathSvg {
                path: square.path
            }
        }
    }
}
