pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* What can be done to the panel; and what the doctor found, and who the panel is, scrolled as far as it goes. In low reach
   the buttons lie at the foot, and whoever drags them scrolls as well. */
FocusScope {
    id: desk

    required property var admin
    readonly property bool stacked: Theme.portrait || Theme.lowReach

    focus: true

    GridLayout {
        anchors.fill: parent
        columnSpacing: Theme.space("gap") * 2
        columns: desk.stacked ? 1 : 2
        rowSpacing: Theme.space("gap")

        GridLayout {
            id: deeds

            Layout.alignment: Qt.AlignTop
            Layout.column: 0
            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            Layout.row: Theme.lowReach ? 1 : 0
            columnSpacing: Theme.space("tight")
            columns: Theme.portrait ? 2 : Theme.lowReach ? 4 : 1
            rowSpacing: Theme.space("tight")
            uniformCellWidths: true

            Repeater {
                model: desk.admin.deeds

                DeedButton {
                    required property string key

                    terse: Theme.lowReach && Theme.largeText && !Theme.portrait

                    onTapped: desk.admin.act(key)
                }
            }
            DeedButton {
                Layout.columnSpan: Theme.portrait ? 2 : 1
                detail: ""
                label: desk.admin.close
                visible: Theme.lowReach

                onTapped: desk.admin.leave()
            }
            DragHandler {
                property real from: 0

                enabled: Theme.lowReach
                target: null
                xAxis.enabled: false

                onActiveChanged: from = scroll.contentY
                onActiveTranslationChanged: if (active)
                    scroll.show(from - activeTranslation.y)
            }
        }
        Flickable {
            id: scroll

            function show(at: real): void {
                contentY = Math.max(0, Math.min(at, contentHeight - height));
            }

            Layout.column: desk.stacked ? 0 : 1
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            Layout.row: Theme.portrait && !Theme.lowReach ? 1 : 0
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: content.implicitHeight
            focus: true

            Keys.onDownPressed: show(contentY + Theme.target)
            Keys.onUpPressed: show(contentY - Theme.target)

            ColumnLayout {
                id: content

                spacing: Theme.space("gap")
                width: scroll.width

                Label {
                    Accessible.name: text
                    Accessible.role: Accessible.AlertMessage
                    Layout.fillWidth: true
                    elide: Text.ElideNone
                    font.weight: Font.DemiBold
                    size: "sheetSentence"
                    text: desk.admin.status
                    visible: text !== ""
                    wrapMode: Text.Wrap
                }
                Square {
                    Accessible.name: desk.admin.squareName
                    Accessible.role: Accessible.Graphic
                    largest: Math.min(scroll.height * 0.75, scroll.width * (desk.stacked ? 0.6 : 1))
                    path: desk.admin.squarePath
                    side: desk.admin.squareSide
                    visible: side > 0
                }
                Label {
                    Accessible.name: text
                    Accessible.role: Accessible.StaticText
                    Layout.fillWidth: true
                    elide: Text.ElideNone
                    size: "problemDetail"
                    text: desk.admin.squareText
                    visible: text !== ""
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                }
                Repeater {
                    model: desk.admin.findings

                    FindingCard {
                        Layout.fillWidth: true
                        view: scroll
                    }
                }
                GridLayout {
                    Layout.fillWidth: true
                    columnSpacing: Theme.space("gap")
                    columns: 2
                    rowSpacing: Theme.space("gap")
                    uniformCellWidths: true
                    // what else stands there says the same
                    visible: desk.admin.squareText === ""

                    Repeater {
                        model: desk.admin.facts

                        ColumnLayout {
                            id: fact

                            required property string label
                            required property string value

                            Layout.alignment: Qt.AlignTop
                            Layout.fillHeight: false
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            spacing: 0

                            Label {
                                Layout.fillWidth: true
                                color: Theme.colour("textSoft")
                                elide: Text.ElideNone
                                size: "buttonDetail"
                                text: fact.label
                                wrapMode: Text.Wrap
                            }
                            Label {
                                Accessible.name: fact.label + ": " + text
                                Accessible.role: Accessible.StaticText
                                Layout.fillWidth: true
                                elide: Text.ElideNone
                                font.weight: Font.DemiBold
                                size: "buttonDetail"
                                text: fact.value
                                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                            }
                        }
                    }
                }
            }
        }
    }
}
