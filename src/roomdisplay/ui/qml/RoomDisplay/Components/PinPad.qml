pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* A PIN, typed: what stands on the glass is how many digits, never which. */
Item {
    id: pad

    required property var admin

    focus: true

    Keys.onPressed: event => {
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9)
            pad.admin.press(event.text);
        else if (event.key === Qt.Key_Backspace)
            pad.admin.eraseOne();
        else
            return;
        event.accepted = true;
    }

    ColumnLayout {
        id: column

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        spacing: Theme.space("gap")
        width: Math.min(parent.width, Theme.target * (keypad.columns + 3))

        Item {
            Layout.fillHeight: true
        }
        Rectangle {
            id: typed

            Layout.fillWidth: true
            Layout.preferredHeight: Theme.target
            border.color: Theme.colour("actionEdge")
            border.width: Math.max(1, Theme.space("hair"))
            color: Theme.colour("action")
            radius: Theme.space("smallRadius")

            Label {
                Accessible.name: pad.admin.typedName
                Accessible.role: Accessible.StaticText
                anchors.fill: parent
                font.letterSpacing: Theme.space("tight")
                horizontalAlignment: Text.AlignHCenter
                size: "line"
                text: pad.admin.dots
                verticalAlignment: Text.AlignVCenter
            }
        }
        Keypad {
            id: keypad

            readonly property int most: pad.height - typed.height - foot.height - column.spacing * 4

            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(most, Math.ceil(keys.length / columns) * (Theme.target * (Theme.lowReach ? 1 : 1.4) + rowSpacing) - rowSpacing)
            columns: Theme.lowReach && !Theme.portrait ? 10 : 3
            enabled: pad.admin.mayType
            keys: "1234567890"
            lastCentred: columns === 3

            onPressed: key => pad.admin.press(key)
        }
        RowLayout {
            id: foot

            Layout.fillWidth: true
            spacing: Theme.space("gap")

            component Wide: QuietButton {
                Layout.maximumWidth: column.width
                Layout.preferredWidth: 1
            }
            Wide {
                label: pad.admin.close
                visible: Theme.lowReach

                onTapped: pad.admin.leave()
            }
            Wide {
                enabled: pad.admin.mayType
                label: pad.admin.erase

                onTapped: pad.admin.eraseOne()
            }
            Wide {
                enabled: pad.admin.mayConfirm
                label: pad.admin.confirmLabel

                onTapped: pad.admin.confirm()
            }
        }
        Item {
            Layout.fillHeight: true
            visible: !Theme.lowReach
        }
    }
}
