pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* The room's side of the page, in the colour of its state. */
Rectangle {
    id: stage

    required property var panel
    required property Tone tone
    readonly property bool signingIn: panel.signIn.isOpen

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

    ColumnLayout {
        id: column

        anchors.bottomMargin: Theme.space("edge") * 0.6
        anchors.fill: parent
        anchors.leftMargin: Theme.space("edge")
        anchors.rightMargin: Theme.space("edge")
        anchors.topMargin: Theme.space("edge") * 0.75
        spacing: 0

        Header {
            Layout.fillWidth: true
            admin: stage.panel.administration
            room: stage.panel.room
            tone: stage.tone
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
                tight: problem.visible
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
        Notice {
            Layout.bottomMargin: Theme.space("gap")
            Layout.fillWidth: true
            good: stage.panel.noticeIsGood
            text: stage.panel.notice
            tone: stage.tone
            undo: stage.panel.noticeUndo
            visible: text !== ""

            onDismissed: stage.panel.dismissNotice()
            onUndone: stage.panel.act("undo")
        }
        ProblemCard {
            id: problem

            Layout.bottomMargin: Theme.space("gap")
            Layout.fillWidth: true
            administrator: stage.panel.room.problemForIt
            employee: stage.panel.room.problem
            tone: stage.tone
            // one card at a time: the news can be put away, this one stays until it is mended
            visible: employee !== "" && stage.panel.notice === "" && !stage.signingIn
        }
        ActionStrip {
            id: strip

            Layout.fillWidth: true
            Layout.maximumWidth: widest
            actions: stage.panel.actions
            tone: stage.tone
            visible: any && !stage.signingIn

            onActed: key => stage.panel.act(key)
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space("gap") * (stage.panel.signIn.button !== "" ? 0.6 : find.visible ? 1 : 1.3)
            spacing: Theme.space("gap")

            FreshnessMark {
                Layout.fillWidth: true
                room: stage.panel.room
                tone: stage.tone
            }
            QuietButton {
                id: find

                label: stage.panel.room.find
                visible: label !== ""

                onTapped: stage.panel.act("find")
            }
            ActionButton {
                Layout.fillWidth: false
                Layout.preferredHeight: Theme.target
                Layout.preferredWidth: Theme.space("action") * 1.7
                detail: ""
                filled: false
                label: stage.panel.signIn.button
                tone: stage.tone
                visible: label !== ""

                onTapped: stage.panel.tapSignIn()
            }
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
