pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme

/* The colours of the page without the page, for the edge that it leaves bare where it is shifted. */
Rectangle {
    id: backdrop

    required property Tone tone

    color: tone.rail

    Rectangle {
        anchors.left: parent.left
        anchors.top: parent.top
        height: Math.round(parent.height * (Theme.portrait ? 1 - Theme.railShare : 1))
        width: Math.round(parent.width * (Theme.portrait ? 1 : 1 - Theme.railShare))

        gradient: Gradient {
            GradientStop {
                color: backdrop.tone.stageTop
                position: 0
            }
            GradientStop {
                color: backdrop.tone.stageBottom
                position: 1
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: backdrop.tone.foot
        height: Theme.space("gap")
        visible: Theme.lowReach
    }
}
