pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls
import RoomDisplay.Components

/* For whoever looks after the panel: a PIN, then who the panel is and what can be done to it. Over everything but an
   emergency; it leads back to the room and nowhere else. */
FocusScope {
    id: page

    required property var admin

    Accessible.name: admin.title
    Accessible.role: Accessible.Dialog
    focus: admin.isOpen
    visible: admin.isOpen

    Keys.onEscapePressed: admin.leave()
    onVisibleChanged: if (visible)
        forceActiveFocus()

    Tone {
        id: plain

        name: "unknown"
    }
    Rectangle {
        anchors.fill: parent
        color: plain.rail

        MouseArea {
            // nothing below can be touched
            anchors.fill: parent
        }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space("gap") * 1.5
        enabled: page.admin.question === ""
        spacing: Theme.space("gap")

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space("gap")

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    Accessible.name: text
                    Accessible.role: Accessible.Heading
                    Layout.fillWidth: true
                    font.weight: Font.DemiBold
                    size: "sheetTitle"
                    text: page.admin.title
                }
                Label {
                    Accessible.name: text
                    Accessible.role: Accessible.AlertMessage
                    Layout.fillWidth: true
                    color: Theme.colour("textSoft")
                    elide: Text.ElideNone
                    size: "sheetSentence"
                    text: page.admin.how
                    wrapMode: Text.Wrap
                }
            }
            QuietButton {
                Layout.alignment: Qt.AlignTop
                label: page.admin.close
                visible: !Theme.lowReach

                onTapped: page.admin.leave()
            }
        }
        Loader {
            Layout.fillHeight: true
            Layout.fillWidth: true
            active: page.admin.isOpen
            focus: true
            sourceComponent: page.admin.asks ? keypad : desk
        }
    }
    Loader {
        active: page.admin.question !== ""
        anchors.fill: parent

        sourceComponent: Question {
            no: page.admin.no
            text: page.admin.question
            tone: plain
            yes: page.admin.yes

            onDecided: answer => page.admin.decide(answer)
        }
    }
    Component {
        id: keypad

        PinPad {
            admin: page.admin
        }
    }
    Component {
        id: desk

        AdminDesk {
            admin: page.admin
        }
    }
}
