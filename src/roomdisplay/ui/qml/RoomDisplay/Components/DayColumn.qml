pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme
import RoomDisplay.Controls

/* A day, hour by hour, to scroll. `now` stays in view unless somebody is scrolling. */
Flickable {
    id: column

    required property var day
    required property Tone tone
    required property bool mirrored
    readonly property int hourHeight: Theme.space("hour")
    readonly property int gutter: hourWidth.implicitWidth + Theme.space("gap")
    readonly property var hours: day.hours
    readonly property int lead: Math.round(Theme.type("hour") * 0.8)

    /* Whole hours at the top, so that no label is cut in half: from the hour before now, or from eight. */
    function home(): real {
        const hour = day.nowAt >= 0 ? Math.floor(day.nowAt - 0.6) : 8;
        return Math.max(0, Math.min(hour * hourHeight, contentHeight - height));
    }
    function showNow(animated: bool): void {
        glide.stop();
        if (animated && glide.duration > 0 && contentY !== home()) {
            glide.to = home();
            glide.start();
        } else {
            contentY = home();
        }
    }

    signal acted(key: string)

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: lead * 2 + day.length * hourHeight
    contentWidth: width
    flickableDirection: Flickable.VerticalFlick

    Component.onCompleted: showNow(false)
    onHeightChanged: showNow(false)

    NumberAnimation on contentY {
        id: glide

        duration: Theme.motion("scroll")
        easing.type: Easing.OutCubic
        running: false
    }
    Label {
        id: hourWidth

        size: "hour"
        tabular: true
        text: column.day.widest
        visible: false
    }
    Repeater {
        // as many on almost every day: they stay when another is shown
        model: column.hours.length

        Item {
            id: hour

            required property int index

            height: 1
            width: column.width
            y: column.lead + index * column.hourHeight

            Label {
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colour("railFaint")
                elide: Text.ElideNone
                horizontalAlignment: Text.AlignRight
                size: "hour"
                tabular: true
                text: column.hours[hour.index] ?? ""
                // figures cut in half at the lower edge are not shown
                visible: hour.y + Theme.type("hour") * 0.4 <= column.contentY + column.height
                width: hourWidth.implicitWidth
            }
            Rectangle {
                anchors.left: parent.left
                anchors.leftMargin: column.gutter
                anchors.right: parent.right
                color: Theme.colour("railLine")
                height: 1
            }
        }
    }
    Item {
        id: area

        anchors.left: parent.left
        anchors.leftMargin: column.gutter
        anchors.right: parent.right
        height: column.contentHeight
        y: column.lead

        Repeater {
            model: column.day.gaps

            Rectangle {
                id: gap

                required property string key
                required property string name
                required property string label
                required property double at
                required property double span

                antialiasing: true
                color: Theme.colour(button.pressed ? "action" : "gap")
                height: Math.max(2, Math.round((at + span) * column.hourHeight) - Math.round(at * column.hourHeight) - 2)
                radius: Math.min(Theme.space("smallRadius"), height / 4)
                width: area.width
                y: Math.round(at * column.hourHeight) + 1

                Label {
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.space("gap")
                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.topMargin: Math.min(Theme.space("tight") * 1.6, (gap.height - height) / 2)
                    color: column.tone.accent
                    size: "railDetail"
                    tabular: true
                    text: gap.label
                    visible: gap.height > implicitHeight + 2
                }
                Pressable {
                    id: button

                    // as much of the gap as is in view; a short one is tapped beyond its edges
                    readonly property real upper: Math.max(0, column.contentY - column.lead - gap.y)
                    readonly property real lower: Math.min(gap.height, column.contentY + column.height - column.lead - gap.y)
                    readonly property bool small: lower - upper < Theme.target

                    height: small ? Math.max(Theme.target, gap.height) : lower - upper
                    name: gap.name
                    radius: gap.radius
                    visible: gap.name !== "" && !Theme.lowReach
                    width: gap.width
                    y: small ? Math.round((gap.height - height) / 2) : upper

                    onTapped: column.acted(gap.key)
                }
            }
        }
        Rectangle {
            color: column.tone.accent
            height: 2
            visible: column.day.nowAt >= 0
            width: area.width
            y: Math.round(column.day.nowAt * column.hourHeight) - 1
        }
        Repeater {
            model: column.day.blocks

            MeetingBlock {
                required property double at
                required property int place
                readonly property real share: (area.width + 3) / columns
                readonly property real leading: Math.round(place * share)

                colours: column.tone
                height: Math.max(4, Math.round((at + span) * column.hourHeight) - Math.round(at * column.hourHeight) - 2)
                width: Math.max(2, Math.round((place + 1) * share) - leading - 3)
                x: column.mirrored ? area.width - leading - width : leading
                y: Math.round(at * column.hourHeight) + 1
            }
        }
    }
    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: column.gutter - Math.round(width / 2)
        antialiasing: true
        color: column.tone.accent
        height: Math.round(Theme.space("gap") * 0.85)
        radius: width / 2
        visible: column.day.nowAt >= 0
        width: height
        y: column.lead + Math.round(column.day.nowAt * column.hourHeight) - Math.round(height / 2)
    }
}
