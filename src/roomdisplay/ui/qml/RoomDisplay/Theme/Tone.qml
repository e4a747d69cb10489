pragma ComponentBehavior: Bound

import QtQuick

/* The colours of one state of the room. The large fields fade when it changes. */
QtObject {
    id: tone

    required property string name

    property color stageTop: Theme.tone(name, "stageTop")
    property color stageBottom: Theme.tone(name, "stageBottom")
    property color rail: Theme.tone(name, "rail")
    readonly property color block: Qt.tint(rail, Theme.colour("block"))
    readonly property color blockPast: Qt.tint(rail, Theme.colour("blockPast"))
    readonly property color accent: Theme.tone(name, "accent")
    readonly property color ink: Theme.tone(name, "ink")
    readonly property color filled: Theme.tone(name, "filled")
    readonly property color filledInk: Theme.tone(name, "filledInk")
    readonly property color filledPressed: Theme.tone(name, "filledPressed")
    readonly property color mark: Theme.tone(name, "mark")
    readonly property color strong: Theme.tone(name, "strong")
    readonly property color strongInk: Theme.tone(name, "strongInk")
    readonly property color strongPressed: Theme.tone(name, "strongPressed")

    Behavior on rail {
        enabled: Theme.motion("tone") > 0

        ColorAnimation {
            duration: Theme.motion("tone")
        }
    }
    Behavior on stageBottom {
        enabled: Theme.motion("tone") > 0

        ColorAnimation {
            duration: Theme.motion("tone")
        }
    }
    Behavior on stageTop {
        enabled: Theme.motion("tone") > 0

        ColorAnimation {
            duration: Theme.motion("tone")
        }
    }
}
