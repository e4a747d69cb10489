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
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        spacing: Theme.space("gap")
        width: Math.min(parent.width, Theme.target * 8)

        Rectangle {
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
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Math.ceil(keys.length / columns) * (Theme.target * 1.6 + rowSpacing)
            columns: pad.width > pad.height * 1.5 ? 5 : 3
            enabled: pad.admin.mayType
            keys: "1234567890"
            lastCentred: columns === 3

            onPressed: key => pad.admin.press(key)
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space("gap")

            QuietButton {
                Layout.fillWidth: true
                enabled: pad.admin.mayType
                label: pad.admin.erase

                onTapped: pad.admin.eraseOne()
            }
            QuietButton {
                Layout.fillWidth: true
                enabled: pad.admin.mayConfirm
                label: pad.admin.confirmLabel

                onTapped: pad.admin.confirm()
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
