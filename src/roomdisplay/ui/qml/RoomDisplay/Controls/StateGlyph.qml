pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

/* The shape that says the state without its colour. Drawn on a square of 100. */
Item {
    id: glyph

    required property string kind
    required property color color
    required property color ink
    required property real size

    readonly property var marks: ({
            "free": "M 29 52 L 44 67 L 72 35",
            "done": "M 29 52 L 44 67 L 72 35",
            "busy": "M 29 50 L 71 50",
            "soon": "M 50 24 L 50 55 M 50 74.5 L 50 75",
            "refused": "M 50 24 L 50 55 M 50 74.5 L 50 75",
            "ending": "M 50 25 L 50 50 L 66 62",
            "held": "M 27 50 L 27.5 50 M 50 50 L 50.5 50 M 73 50 L 73.5 50",
            "working": "M 27 50 L 27.5 50 M 50 50 L 50.5 50 M 73 50 L 73.5 50",
            "checkIn": "M 37 40 C 37 30 43 25 50.5 25 C 58 25 64 30 64 38 C 64 47 51 48 51 58 M 51 75 L 51 75.5",
            "closed": "M 63 60 A 25 25 0 1 1 44 27 A 20 20 0 0 0 63 60 Z",
            "outOfService": "M 34 34 L 66 66 M 66 34 L 34 66",
            "unknown": "M 37 40 C 37 30 43 25 50.5 25 C 58 25 64 30 64 38 C 64 47 51 48 51 58 M 51 75 L 51 75.5"
        })
    readonly property bool hollow: kind === "held" || kind === "unknown" || kind === "working"

    implicitHeight: size
    implicitWidth: size

    Rectangle {
        anchors.fill: parent
        antialiasing: true
        border.color: glyph.color
        border.width: glyph.hollow ? Math.max(2, glyph.size * 0.085) : 0
        color: glyph.hollow ? "transparent" : glyph.color
        radius: width / 2
    }
    Shape {
        anchors.fill: parent

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(glyph.size / 100, glyph.size / 100)
            strokeColor: glyph.hollow ? glyph.color : glyph.ink
            strokeWidth: glyph.size * 0.105

            PathSvg {
                path: glyph.marks[glyph.kind] ?? ""
            }
        }
    }
}
