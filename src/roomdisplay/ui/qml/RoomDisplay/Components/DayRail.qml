pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* Today and tomorrow. A minute after the last touch it is today again, at now. */
Rectangle {
    id: rail

    required property var panel
    required property Tone tone
    property bool tomorrow: false
    readonly property var day: tomorrow ? panel.tomorrow : panel.today

    function touched(): void {
        returning.restart();
    }
    function show(tomorrow: bool): void {
        rail.tomorrow = tomorrow;
        column.showNow(false);
        if (tomorrow)
            returning.restart();
    }

    color: tone.rail

    Timer {
        id: returning

        interval: 60000

        onTriggered: {
            rail.tomorrow = false;
            column.showNow(true);
        }
    }
    Connections {
        function onNowAtChanged(): void {
            if (!returning.running)
                column.showNow(true);
        }

        target: rail.panel.today
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space("railEdge")
        anchors.rightMargin: Theme.space("railEdge")
        spacing: 0

        DayTabs {
            Layout.topMargin: Theme.space("edge") * 0.75 - Theme.space("tight") * 2
            accent: rail.tone.mark
            tomorrow: rail.tomorrow
            visible: !Theme.lowReach

            onChosen: tomorrow => rail.show(tomorrow)
        }
        Label {
            Accessible.name: text
            Accessible.role: Accessible.Heading
            Layout.bottomMargin: Theme.space("tight")
            Layout.fillWidth: true
            Layout.topMargin: Theme.space("edge") * 0.75
            color: Theme.colour("railText")
            font.weight: Font.DemiBold
            size: "tab"
            text: rail.tomorrow ? qsTr("Tomorrow") : qsTr("Today")
            visible: Theme.lowReach
        }
        Repeater {
            model: rail.day.allDay

            Rectangle {
                id: strip

                required property string title
                required property string name
                required property bool isPrivate

                Accessible.name: name
                Accessible.role: Accessible.StaticText
                Layout.bottomMargin: Theme.space("tight") / 2
                Layout.fillWidth: true
                Layout.preferredHeight: Math.round(Theme.type("railTitle") * 1.9)
                antialiasing: true
                border.color: Theme.colour("outline")
                border.width: Theme.space("outline")
                color: rail.tone.block
                radius: Theme.space("smallRadius")

                RowLayout {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.space("gap")
                    anchors.rightMargin: Theme.space("gap")
                    spacing: Theme.space("tight")

                    Lock {
                        color: Theme.colour("railText")
                        size: Math.round(Theme.type("railTitle") * 0.82)
                        visible: strip.isPrivate
                    }
                    Label {
                        Layout.fillWidth: true
                        color: Theme.colour("railText")
                        font.weight: Font.DemiBold
                        size: "railTitle"
                        text: strip.title
                    }
                    Label {
                        color: Theme.colour("railSoft")
                        size: "railDetail"
                        text: qsTr("All day")
                    }
                }
            }
        }
        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.topMargin: Theme.space("tight")
            columnSpacing: Theme.space("railEdge")
            columns: Theme.portrait ? 2 : 1
            rowSpacing: Theme.space("gap")

            DayColumn {
                id: column

                Layout.fillHeight: true
                Layout.fillWidth: true
                day: rail.day
                mirrored: rail.panel.rightToLeft
                tone: rail.tone

                onActed: key => rail.panel.act(key)
                onMovementEnded: rail.touched()
                onMovementStarted: rail.touched()
            }
            RoomSquare {
                id: way

                Layout.alignment: Theme.portrait ? Qt.AlignBottom : Qt.AlignLeft
                Layout.bottomMargin: Theme.space("edge") * 0.6
                Layout.fillWidth: !Theme.portrait
                room: rail.panel.room
                visible: rail.panel.room.pageSide > 0
            }
        }
    }
}
