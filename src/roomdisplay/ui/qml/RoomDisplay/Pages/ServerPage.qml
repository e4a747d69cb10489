pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* Where the WOX server is, typed on the glass: for once, by whoever mounts the panel. */
Rectangle {
    id: page

    required property var pairing
    required property Tone tone

    color: tone.foot

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.leftMargin: side
        anchors.margins: Theme.space("gap") * 1.5
        anchors.rightMargin: side
        spacing: Theme.space("gap")

        readonly property int side: Theme.portrait ? Theme.space("edge") : Theme.space("gap") * 1.5

        Item {
            Layout.fillHeight: true
        }
        ColumnLayout {
            id: heading

            Layout.fillWidth: true
            spacing: 0

            Label {
                Accessible.name: text
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
                font.weight: Font.DemiBold
                size: "sheetTitle"
                text: page.pairing.title
            }
            Label {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                color: Theme.colour("textSoft")
                elide: Text.ElideNone
                size: "sheetSentence"
                text: page.pairing.how
                wrapMode: Text.Wrap
            }
        }
        Rectangle {
            id: address

            Layout.fillWidth: true
            Layout.preferredHeight: Theme.target
            border.color: Theme.colour("actionEdge")
            border.width: Theme.space("hair")
            color: Theme.colour("action")
            radius: Theme.space("smallRadius")

            Label {
                Accessible.name: page.pairing.addressName + ": " + text
                Accessible.role: Accessible.StaticText
                anchors.fill: parent
                anchors.leftMargin: Theme.space("gap")
                anchors.rightMargin: Theme.space("gap")
                elide: Text.ElideLeft
                size: "line"
                text: "https://" + page.pairing.typed
                verticalAlignment: Text.AlignVCenter
            }
        }
        Keypad {
            readonly property int most: column.height - heading.height - address.height - foot.height - column.spacing * 5
            readonly property int within: Math.floor(page.height / 3) - Theme.target - Theme.space("gap") * 2.6

            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(Theme.lowReach ? within : most, Math.ceil(keys.length / columns) * (Theme.target * 1.4 + rowSpacing))
            columns: Theme.lowReach && !Theme.portrait ? 20 : 10
            keys: "1234567890qwertyuiopasdfghjkl.zxcvbnm-:"

            onPressed: key => page.pairing.press(key)
        }
        RowLayout {
            id: foot

            Layout.fillWidth: true
            spacing: Theme.space("gap")

            Label {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                color: Theme.colour("textSoft")
                size: "problemDetail"
                text: page.pairing.serial
            }
            AccessButton {
                Layout.preferredHeight: Theme.target
                name: page.pairing.appearance.button

                onTapped: page.pairing.appearance.open()
            }
            QuietButton {
                label: page.pairing.erase

                onTapped: page.pairing.eraseOne()
            }
            QuietButton {
                enabled: page.pairing.typed !== ""
                label: page.pairing.goOn

                onTapped: page.pairing.confirm()
            }
        }
        Item {
            Layout.fillHeight: true
            visible: !Theme.lowReach && Theme.portrait
        }
    }
}
