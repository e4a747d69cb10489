pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* A time between two buttons that make it earlier and later. */
RowLayout {
    id: stepper

    required property string key
    required property string label
    required property string value
    required property string name
    required property string less
    required property string more
    required property bool mayLess
    required property bool mayMore

    signal stepped(key: string)

    Keys.onPressed: event => {
        event.accepted = event.text === "+" || event.text === "-";
        if (event.text === "+" && mayMore)
            stepped(key + ":1");
        else if (event.text === "-" && mayLess)
            stepped(key + ":-1");
    }
    spacing: Theme.space("tight")

    StepButton {
        enabled: stepper.mayLess
        more: false
        name: stepper.less

        onStepped: stepper.stepped(stepper.key + ":-1")
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        spacing: 0

        Label {
            Layout.fillWidth: true
            color: Theme.colour("sheetSoft")
            horizontalAlignment: Text.AlignHCenter
            size: "buttonDetail"
            text: stepper.label
        }
        Label {
            Accessible.name: stepper.name
            Accessible.role: Accessible.StaticText
            Layout.fillWidth: true
            color: Theme.colour("sheetInk")
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.type("hour")
            size: "when"
            tabular: true
            text: stepper.value
        }
    }
    StepButton {
        enabled: stepper.mayMore
        more: true
        name: stepper.more

        onStepped: stepper.stepped(stepper.key + ":1")
    }
}
