pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme

/* Text of one of the theme's sizes. Never markup: what stands here may come from a stranger's calendar. */
Text {
    property string size: "line"
    property bool tabular: false

    color: Theme.colour("text")
    elide: Text.ElideRight
    font.family: Theme.family
    font.features: tabular ? {
        "tnum": 1
    } : {}
    font.pixelSize: Theme.type(size)
    horizontalAlignment: Text.AlignLeft
    textFormat: Text.PlainText
}
