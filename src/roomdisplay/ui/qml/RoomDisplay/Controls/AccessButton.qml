pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme

/* The way to another language, and to what makes the panel easier to use: a globe and a person, which need no words.
   Drawn on squares of 100. */
Pressable {
    id: button

    /* How far above its middle the marks stand. */
    property real rise: 0
    readonly property int mark: Math.round(Theme.target * 0.44)

    implicitWidth: marks.implicitWidth + Theme.space("gap") * 1.6
    radius: Theme.space("radius") * 0.7

    Rectangle {
        anchors.fill: parent
        antialiasing: true
        color: button.pressed ? Theme.colour("actionPressed") : "transparent"
        radius: button.radius
    }
    Row {
        id: marks

        anchors.centerIn: parent
        anchors.verticalCenterOffset: -button.rise
        spacing: Theme.space("tight") * 1.4

        Repeater {
            model: ["M 8 50 A 42 42 0 1 1 92 50 A 42 42 0 1 1 8 50 Z M 30 50 C 30 28 40 8 50 8 C 60 8 70 28 70 50 C 70 72 60 92 50 92 C 40 92 30 72 30 50 Z M 8 50 L 92 50", "M 8 50 A 42 42 0 1 1 92 50 A 42 42 0 1 1 8 50 Z M 50 27 L 50.5 27 M 27 42 Q 50 48 73 42 M 50 46 L 50 57 L 37 77 M 50 57 L 63 77"]

            Mark {
                required property string modelData

                color: Theme.colour("textSoft")
                drawing: modelData
                size: button.mark
            }
        }
    }
}
