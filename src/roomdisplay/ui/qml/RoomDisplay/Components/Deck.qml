pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* What can be done here, and what has become of it. At the foot of the stage; in low reach, of the whole page. */
GridLayout {
    id: deck

    required property var panel
    required property Tone tone
    /* Whose day can be chosen from here; null: it has tabs of its own. */
    property DayRail rail: null
    readonly property bool signingIn: panel.signIn.isOpen
    readonly property bool hasNews: panel.notice !== ""

    columns: 1
    rowSpacing: 0

    RowLayout {
        Layout.bottomMargin: Theme.space(Theme.portrait ? "tight" : "gap")
        Layout.fillWidth: true
        Layout.row: 1
        spacing: Theme.space("gap")
        visible: Theme.lowReach

        FreshnessMark {
            Layout.fillWidth: true
            room: deck.panel.room
            tone: deck.tone
        }
        DayTabs {
            // upright they have room here, right below the day, and leave the buttons at the foot theirs
            accent: deck.tone.mark
            tomorrow: deck.rail?.tomorrow ?? false
            visible: deck.rail !== null && Theme.portrait

            onChosen: tomorrow => deck.rail.show(tomorrow)
        }
    }
    Notice {
        Layout.bottomMargin: Theme.lowReach ? 0 : Theme.space("gap")
        Layout.fillWidth: true
        // in low reach its buttons lie where the quiet ones are otherwise
        Layout.row: Theme.lowReach ? 4 : 1
        Layout.topMargin: Theme.lowReach && strip.visible ? Theme.space("gap") : 0
        good: deck.panel.noticeIsGood
        text: deck.panel.notice
        tone: deck.tone
        undo: deck.panel.noticeUndo
        visible: deck.hasNews

        onDismissed: deck.panel.dismissNotice()
        onUndone: deck.panel.act("undo")
    }
    ProblemCard {
        Layout.bottomMargin: Theme.space("gap")
        Layout.fillWidth: true
        // in low reach what can be tapped lies below it
        Layout.row: Theme.lowReach ? 0 : 2
        administrator: deck.panel.room.problemForIt
        employee: deck.panel.room.problem
        tone: deck.tone
        // one card at a time: the news can be put away, this one stays until it is mended
        visible: employee !== "" && !deck.hasNews && !deck.signingIn
    }
    ActionStrip {
        id: strip

        Layout.fillWidth: true
        Layout.maximumWidth: widest
        Layout.row: 3
        actions: deck.panel.actions
        tone: deck.tone
        visible: any && !deck.signingIn

        onActed: key => deck.panel.act(key)
    }
    RowLayout {
        id: foot

        Layout.fillWidth: true
        Layout.row: 5
        Layout.topMargin: Theme.space("gap") * (deck.panel.signIn.button !== "" ? 0.6 : find.visible || later.visible || Theme.lowReach ? 1 : 1.5)
        spacing: Theme.space("gap")
        visible: !(Theme.lowReach && deck.hasNews)

        FreshnessMark {
            Layout.fillWidth: true
            Layout.minimumWidth: Theme.target * 1.6
            room: deck.panel.room
            tone: deck.tone
            visible: !Theme.lowReach
        }
        DayTabs {
            accent: deck.tone.mark
            tomorrow: deck.rail?.tomorrow ?? false
            visible: deck.rail !== null && !Theme.portrait

            onChosen: tomorrow => deck.rail.show(tomorrow)
        }
        Item {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.target
            visible: deck.rail !== null
        }
        QuietButton {
            id: later

            label: deck.panel.room.later
            // what has just become of something needs the height
            visible: label !== "" && !deck.hasNews && deck.panel.signIn.button === ""

            onTapped: deck.panel.act("later")
        }
        QuietButton {
            id: find

            label: deck.panel.room.find
            visible: label !== ""

            onTapped: deck.panel.act("find")
        }
        ActionButton {
            Layout.fillWidth: false
            Layout.preferredHeight: Theme.target
            Layout.preferredWidth: Theme.space("action") * 1.7
            detail: ""
            filled: false
            label: deck.panel.signIn.button
            tone: deck.tone
            visible: label !== ""

            onTapped: deck.panel.tapSignIn()
        }
        Item {
            Layout.preferredWidth: about.width
            visible: Theme.lowReach && about.name !== ""

            AboutButton {
                id: about

                anchors.verticalCenter: parent.verticalCenter
                anchors.verticalCenterOffset: rise
                name: deck.panel.room.about
                rise: access.rise

                onTapped: deck.panel.act("about")
            }
        }
        Item {
            Layout.preferredWidth: report.width
            visible: deck.panel.room.report !== ""

            MarkButton {
                id: report

                anchors.verticalCenter: parent.verticalCenter
                anchors.verticalCenterOffset: rise
                // a wrench
                drawing: "M 88 26 L 71 43 L 57 29 L 74 12 A 26 26 0 0 0 41 46 L 12 75 A 9 9 0 0 0 25 88 L 54 59 A 26 26 0 0 0 88 26 Z"
                name: deck.panel.room.report
                rise: access.rise

                onTapped: deck.panel.act("report")
            }
        }
        Item {
            // the row stays as low as its words; a finger has the room above and below them
            Layout.preferredWidth: access.width

            AccessButton {
                id: access

                anchors.verticalCenter: parent.verticalCenter
                anchors.verticalCenterOffset: rise
                name: deck.panel.appearance.button
                rise: Math.max(0, (height - foot.height) / 2 - Theme.space("gap") * 1.5)

                onTapped: deck.panel.appearance.open()
            }
        }
    }
}
