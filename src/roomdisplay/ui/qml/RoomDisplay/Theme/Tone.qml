pragma ComponentBehavior: Bound

import QtQuick

/* The colours of one state of the room. The large fields fade when it changes. */
QtObject {
    id: tone

    required property string name

    /* The two colours of the stage's gradient, in one word. They change at once, behind a veil in their middle colour that
       comes and goes: Qt keeps the last sixty gradients it drew, 12 KB each, so none is drawn for a moment only. */
    property string stage: `${Theme.tone(name, "stageTop")} ${Theme.tone(name, "stageBottom")}`
    readonly property color stageTop: stage.split(" ")[0]
    readonly property color stageBottom: stage.split(" ")[1]
    property color veil: middle(Theme.tone(name, "stageTop"), Theme.tone(name, "stageBottom"))
    /* How much of the stage it hides. */
    property real veiled: 0
    /* Below the stage. */
    property color foot: Theme.tone(name, "stageBottom")
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

    function middle(one: color, other: color): color {
        return Qt.rgba((one.r + other.r) / 2, (one.g + other.g) / 2, (one.b + other.b) / 2, 1);
    }

    Behavior on foot {
        enabled: Theme.motion("tone") > 0

        ColorAnimation {
            duration: Theme.motion("tone")
        }
    }
    Behavior on rail {
        enabled: Theme.motion("tone") > 0

        ColorAnimation {
            duration: Theme.motion("tone")
        }
    }
    Behavior on stage {
        enabled: Theme.motion("tone") > 0

        SequentialAnimation {
            NumberAnimation {
                duration: Theme.motion("tone") / 2
                property: "veiled"
                target: tone
                to: 1
            }
            PropertyAction {
            }
            NumberAnimation {
                duration: Theme.motion("tone") / 2
                property: "veiled"
                target: tone
                to: 0
            }
        }
    }
    Behavior on veil {
        enabled: Theme.motion("tone") > 0

        ColorAnimation {
            duration: Theme.motion("tone")
        }
    }
}
