pragma ComponentBehavior: Bound

import QtQuick

/* A padlock, in the size of the text it stands beside. */
Item {
    id: lock

    required property color color
    required property real size

    implicitHeight: size
    implicitWidth: Math.round(size * 0.78)

    Rectangle {
        anchors.bottom: body.top
        anchors.bottomMargin: -height / 2
        anchors.horizontalCenter: parent.horizontalCenter
        antialiasing: true
        border.color: lock.color
        border.width: Math.max(1.5, lock.size * 0.12)
        color: "transparent"
        height: Math.round(lock.size * 0.8)
        radius: width / 2
        width: Math.round(lock.size * 0.52)
    }
    Rectangle {
        id: body

        anchors.bottom: parent.bottom
        antialiasing: true
        color: lock.color
        height: Math.round(lock.size * 0.54)
        radius: lock.size * 0.1
        width: parent.width
    }
}
