pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls
import RoomDisplay.Components

/* What a person has opened: a choice, then an answer. It lies over the page and keeps touches from it. */
Overlay {
    id: sheet

    required property var panel
    required property point lastPress
    readonly property var view: panel.sheet
    readonly property string phase: view.phase

    open: view.isOpen
    title: view.title

    Keys.onEscapePressed: panel.dismiss()
    Keys.onPressed: event => {
        // Tab is a text too, and leads on
        if (view.asks === "" || event.text === "" || event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab)
            return;
        event.accepted = true;
        if (event.key === Qt.Key_Backspace)
            panel.eraseOne();
        else if (view.asks !== "badge" && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter))
            panel.confirm();
        else
            panel.type(event.text);
    }
    onPhaseChanged: Qt.callLater(entered)
    onTitleChanged: {
        guard.restart();
        Qt.callLater(entered);
    }
    onVisibleChanged: {
        if (!visible)
            return;
        if (Theme.motion("sheet") > 0)
            entrance.restart();
    }

    ParallelAnimation {
        id: entrance

        NumberAnimation {
            duration: Theme.motion("sheet")
            easing.type: Easing.OutCubic
            from: card.height * 0.25
            property: "y"
            target: slide
            to: 0
        }
        NumberAnimation {
            duration: Theme.motion("sheet")
            from: 0
            property: "opacity"
            target: scrim
            to: 1
        }
    }
    Tone {
        id: sheetTone

        name: sheet.view.tone || "unknown"
    }
    Tone {
        id: plainTone

        name: "unknown"
    }
    Rectangle {
        id: scrim

        anchors.fill: parent
        color: Theme.colour("scrim")

        MouseArea {
            anchors.fill: parent
        }
    }
    Rectangle {
        id: card

        /* What a list of rooms leaves of the height to everything else, and to the page behind. */
        readonly property int chrome: Theme.space("edge") * 2.2 + Theme.type("sheetTitle") * 2 + Theme.type("sheetSentence") * 2 + Theme.space("choice")

        /* What lies below the list: a row of buttons, and the margin. */
        readonly property int foot: Theme.space("choice") + Theme.space("gap") * 1.6 + margin
        readonly property int margin: Theme.space("edge") * (Theme.lowReach ? 0.4 : 0.75)
        /* Not all rows of buttons fit into the lower third, or below a long notice; steppers can do what choices do. */
        readonly property bool narrow: Theme.lowReach ? sheet.height / 3 < Theme.target * 4.2 : Theme.largeText && !Theme.portrait && notice.isLong
        /* In low reach two rows of choices may be more than fits in above the buttons. */
        readonly property bool oneRow: Theme.lowReach && Math.floor(sheet.height / 3) - foot < Theme.target * 2 + Theme.space("gap")
        /* In low reach letters fit into two rows, and six choices into one. */
        readonly property bool lettered: Theme.lowReach && sheet.view.asks === "name"
        readonly property bool wide: lettered || oneRow && choices.count > 5
        readonly property real side: Theme.space("edge") * (lettered ? 0.25 : wide ? 0.5 : 0.85)

        anchors.bottom: parent.bottom
        anchors.bottomMargin: -radius
        anchors.horizontalCenter: parent.horizontalCenter
        antialiasing: true
        border.color: Theme.colour("sheetEdge")
        border.width: Theme.space("outline")
        color: Theme.colour("sheet")
        /* Never above the glass: a top edge between two pixels there comes off its corners. */
        height: Math.min(content.implicitHeight + Theme.space("edge") * 0.75 + margin, sheet.height) + radius
        radius: Theme.space("radius") * 1.5
        transform: Translate {
            id: slide
        }
        width: Math.min(parent.width - Theme.space("gap") * 2, wide ? parent.width : Theme.space("edge") * 17.5)

        MouseArea {
            anchors.fill: parent

            onPressed: sheet.panel.touched()
        }
        ColumnLayout {
            id: content

            anchors.left: parent.left
            anchors.leftMargin: card.side
            anchors.right: parent.right
            anchors.rightMargin: card.side
            anchors.top: parent.top
            anchors.topMargin: Theme.space("edge") * 0.75
            spacing: 0

            RowLayout {
                spacing: Theme.space("gap") * 1.4

                StateGlyph {
                    Layout.alignment: Qt.AlignTop
                    color: sheetTone.strong
                    ink: sheetTone.strongInk
                    kind: sheet.view.glyph
                    size: Math.round(Theme.type("sheetTitle") * 1.7)
                    visible: sheet.view.glyph !== ""
                }
                ColumnLayout {
                    spacing: Theme.space("tight")

                    Label {
                        Accessible.name: text
                        Accessible.role: Accessible.Heading
                        Layout.fillWidth: true
                        color: Theme.colour("sheetInk")
                        font.weight: Font.DemiBold
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Theme.type("sheetSentence")
                        size: "sheetTitle"
                        text: sheet.view.title
                    }
                    Label {
                        Accessible.name: text
                        Accessible.role: Accessible.StaticText
                        Layout.fillWidth: true
                        color: Theme.colour(sheet.view.warning ? "sheetWarning" : "sheetSoft")
                        elide: Text.ElideNone
                        size: "sheetSentence"
                        text: sheet.view.sentence
                        visible: text !== ""
                        wrapMode: Text.Wrap
                    }
                }
            }
            Rectangle {
                Layout.fillWidth: true
                Layout.preferredHeight: notice.implicitHeight + Theme.space("gap") * 1.6
                Layout.topMargin: Theme.space("gap") * 1.2
                antialiasing: true
                border.color: Theme.colour("sheetNoticeEdge")
                border.width: Theme.space("outline")
                color: Theme.colour("sheetNotice")
                radius: Theme.space("smallRadius")
                visible: notice.text !== ""

                Rectangle {
                    anchors.bottom: parent.bottom
                    anchors.left: parent.left
                    anchors.top: parent.top
                    antialiasing: true
                    color: Theme.colour("sheetNoticeEdge")
                    radius: parent.radius
                    width: Theme.space("tight")
                }

                Label {
                    id: notice

                    readonly property bool isLong: text.length > 160

                    Accessible.name: text
                    Accessible.role: Accessible.StaticText
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.space("gap") + Theme.space("tight")
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.space("gap")
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.colour("sheetInk")
                    elide: Text.ElideNone
                    size: isLong && !Theme.portrait ? "problemDetail" : "notice"
                    text: sheet.view.notice
                    wrapMode: Text.Wrap
                }
            }
            RoomFacts {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space("gap") * 1.6
                // what the rest of the sheet leaves, and not so much that it is all there is to see
                highest: Math.min(Math.round(sheet.height * 0.4), sheet.height - card.chrome - Theme.target)
                view: sheet.view
                visible: sheet.view.photo !== "" || count > 0
                widest: content.width
            }
            Item {
                // what a badge reader types is for nobody's button
                Accessible.focusable: true
                Accessible.ignored: !visible
                Accessible.name: sheet.view.sentence
                Accessible.role: Accessible.StaticText
                activeFocusOnTab: true
                implicitHeight: 0
                visible: sheet.view.asks === "badge"
            }
            Who {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space("gap") * 1.2
                room: (Theme.lowReach ? Math.floor(sheet.height / 3) - card.foot : sheet.height - card.chrome - Theme.target) - spacing
                view: sheet.view
                visible: sheet.view.keys !== ""

                onPressed: key => sheet.panel.press(key)
            }
            RoomList {
                // half a room at the edge says that there are more
                readonly property int most: Math.floor((sheet.height - card.chrome) / (row + spacing) - 0.5) * (row + spacing) + row / 2

                Layout.fillWidth: true
                Layout.preferredHeight: {
                    if (Theme.lowReach)
                        return Math.max(row * 1.2, Math.floor(sheet.height / 3) - card.foot - Theme.space("tight"));
                    return contentHeight <= sheet.height - card.chrome ? contentHeight : most;
                }
                Layout.topMargin: Theme.space("gap") * 1.6
                model: sheet.view.rows
                plain: plainTone
                tone: sheetTone
                visible: count > 0

                onChosen: key => sheet.panel.choose(key)
                onMovementEnded: sheet.panel.touched()
                onMovementStarted: sheet.panel.touched()
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space("gap") * 1.6
                columnSpacing: Theme.space("edge")
                columns: Theme.portrait ? 1 : 2
                rowSpacing: Theme.space("gap")
                uniformCellWidths: true
                visible: steppers.count > 0

                Repeater {
                    id: steppers

                    model: sheet.view.steppers

                    TimeStepper {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1

                        onStepped: key => {
                            sheet.panel.touched();
                            sheet.panel.choose(key);
                        }
                    }
                }
            }
            GridLayout {
                id: options

                property int crowded: 0

                Layout.fillWidth: true
                Layout.topMargin: Theme.space("gap") * 1.6
                columnSpacing: Theme.space("gap")
                columns: choices.count > 5 && !card.oneRow ? 3 : Math.max(1, choices.count)
                rowSpacing: Theme.space("gap")
                uniformCellWidths: choices.count > 5 || steppers.count > 0
                visible: choices.count > 0 && !(card.narrow && steppers.count > 0)

                Repeater {
                    id: choices

                    model: sheet.view.choices

                    SheetButton {
                        required property string key
                        required property bool filled
                        required detail

                        Accessible.checkable: true
                        Accessible.checked: filled
                        Accessible.role: Accessible.RadioButton
                        Layout.preferredWidth: compact || steppers.count > 0 ? 1 : wanted
                        compact: choices.count > 5
                        letters: card.oneRow && Theme.largeText ? "hour" : "notice"
                        strong: filled
                        terse: options.crowded > 0
                        tone: sheetTone

                        Component.onDestruction: if (crowded)
                            options.crowded -= 1
                        onCrowdedChanged: options.crowded += crowded ? 1 : -1
                        onTapped: sheet.panel.choose(key)
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space("gap") * 1.6
                spacing: Theme.space("gap")
                visible: sheet.view.dismiss !== "" || sheet.view.confirm !== ""

                Item {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    visible: sheet.view.confirm === "" && sheet.view.undo === ""
                }
                SheetButton {
                    Layout.preferredWidth: 2
                    detail: sheet.view.undoLeft
                    label: sheet.view.undo
                    outlined: true
                    tone: plainTone
                    visible: label !== ""

                    onTapped: sheet.panel.undo()
                }
                SheetButton {
                    Layout.preferredWidth: 2
                    label: sheet.view.dismiss
                    outlined: sheet.view.confirm !== ""
                    strong: !outlined
                    // good news may be closed in its colour; bad news in none
                    tone: sheet.view.glyph === "done" ? sheetTone : plainTone
                    visible: label !== ""

                    onTapped: sheet.panel.dismiss()
                }
                SheetButton {
                    Layout.preferredWidth: 2
                    enabled: sheet.view.typed !== ""
                    label: sheet.view.erase
                    outlined: true
                    tone: plainTone
                    visible: label !== ""

                    onTapped: sheet.panel.eraseOne()
                }
                SheetButton {
                    Layout.preferredWidth: 4
                    enabled: sheet.view.mayConfirm
                    label: sheet.view.confirm
                    strong: true
                    tone: sheetTone
                    visible: label !== ""

                    onTapped: sheet.panel.confirm()
                }
            }
        }
    }
    // the second tap of a nervous double tap belongs to the button that was there, not to what lies there now
    MouseArea {
        height: Theme.target
        visible: guard.running
        width: Theme.target
        x: sheet.lastPress.x - width / 2
        y: sheet.lastPress.y - height / 2

        Timer {
            id: guard

            interval: 400
        }
    }
}
