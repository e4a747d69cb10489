pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme

/* The room's side of the page, in the colour of its state; what can be tapped at its foot, unless reach is low. */
Rectangle {
    id: stage

    required property var panel
    required property Tone tone
    readonly property bool signingIn: panel.signIn.isOpen
    /* Upright there may be room for all of it beside something else. */
    readonly property bool crowded: {
        const left = column.height - header.height - below.height - Theme.space("gap") * 1.6;
        return !Theme.portrait || left < Theme.type("word") + Theme.type("when") * 1.5 + Theme.type("line") * 4.5;
    }

    border.color: tone.accent
    border.width: Theme.space("frame")
    gradient: Gradient {
        GradientStop {
            color: stage.tone.stageTop
            position: 0
        }
        GradientStop {
            color: stage.tone.stageBottom
            position: 1
        }
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: stage.border.width
        color: stage.tone.veil
        opacity: stage.tone.veiled
        visible: opacity > 0
    }
    ColumnLayout {
        id: column

        anchors.bottomMargin: Theme.space("edge") * 0.6
        anchors.fill: parent
        anchors.leftMargin: Theme.space("edge")
        anchors.rightMargin: Theme.space("edge")
        anchors.topMargin: Theme.space("edge") * 0.75
        spacing: 0

        Header {
            id: header

            Layout.fillWidth: true
            admin: stage.panel.administration
            room: stage.panel.room
            tone: stage.tone

            onWondered: stage.panel.act("about")
        }
        Item {
            id: middle

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumHeight: hero.implicitHeight
            visible: !stage.signingIn

            Hero {
                id: hero

                anchors.left: parent.left
                anchors.right: parent.right
                // the word stands in one place whatever surrounds it, as long as there is room
                y: Math.round(Math.max(0, Math.min(stage.height * 0.29 - middle.y, middle.height - height - Theme.space("gap") * 1.6)))
                room: stage.panel.room
                tight: stage.crowded && (stage.panel.notice === "" ? stage.panel.room.problem !== "" : Theme.largeText)
                tone: stage.tone
            }
        }
        Loader {
            Layout.fillHeight: true
            Layout.fillWidth: true
            active: stage.signingIn
            sourceComponent: signInCode
            visible: active
        }
        Loader {
            id: below

            Layout.fillWidth: true
            active: !Theme.lowReach
            sourceComponent: deck
            visible: active
        }
    }
    Component {
        id: deck

        Deck {
            panel: stage.panel
            tone: stage.tone
        }
    }
    Component {
        id: signInCode

        SignInCode {
            room: stage.panel.room
            signIn: stage.panel.signIn
            tone: stage.tone
            // on whole pixels, where the square's edges are sharp
            transform: Translate {
                y: -(column.y % 1)
            }
        }
    }
}
