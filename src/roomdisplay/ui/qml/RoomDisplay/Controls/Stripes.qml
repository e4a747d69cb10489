pragma ComponentBehavior: Bound

import QtQuick

/* Slanted bars over the whole of it, as on a barrier. */
Item {
    id: stripes

    required property color color

    clip: true

    Row {
        spacing: stripes.height
        x: -stripes.height * 2

        Repeater {
            model: Math.ceil(stripes.width / Math.max(1, stripes.height * 2)) + 3

            Rectangle {
                antialiasing: true
                color: stripes.color
                height: stripes.height
                width: stripes.height

                transform: Matrix4x4 {
                    // leaning by its own height
                    matrix: Qt.matrix4x4(1, -1, 0, stripes.height, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)
                }
            }
        }
    }
}
