pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* How the room looks, what is in it, and the way to its page for a phone. Upright, the photo lies above the rest. */
GridLayout {
    id: about

    required property var view
    /* What the photo may take of the height, and all of it of the width. */
    required property int highest
    required property int widest
    readonly property int count: facts.count
    /* Two people, a pin on a map, a screen on its foot. */
    readonly property var marks: ({
            "seats": "M 24 30 A 14 14 0 1 1 52 30 A 14 14 0 1 1 24 30 Z M 8 84 C 8 62 20 56 38 56 C 56 56 68 62 68 84 Z M 64 17 A 14 14 0 0 1 64 43 M 78 59 C 88 63 92 71 92 84",
            "place": "M 50 92 C 34 72 22 57 22 38 A 28 28 0 0 1 78 38 C 78 57 66 72 50 92 Z M 40 38 A 10 10 0 1 1 60 38 A 10 10 0 1 1 40 38 Z",
            "equipment": "M 16 14 L 84 14 Q 92 14 92 22 L 92 60 Q 92 68 84 68 L 16 68 Q 8 68 8 60 L 8 22 Q 8 14 16 14 Z M 50 68 L 50 88 M 30 88 L 70 88"
        })
    /* Of the photo: always three to two, whatever the camera. */
    readonly property int breadth: Math.round(Math.min(widest * (Theme.portrait ? 1 : Theme.largeText ? 0.34 : 0.45), highest * 1.5))

    columnSpacing: Theme.space("gap") * 2
    columns: Theme.portrait ? 1 : 2
    rowSpacing: Theme.space("gap") * 1.6

    Image {
        id: photo

        Accessible.name: about.view.photoName
        Accessible.role: Accessible.Graphic
        Layout.alignment: Qt.AlignTop | Qt.AlignHCenter
        Layout.preferredHeight: Math.round(about.breadth * 2 / 3)
        Layout.preferredWidth: about.breadth
        clip: true
        fillMode: Image.PreserveAspectCrop
        source: about.view.photo
        visible: status === Image.Ready
    }
    RowLayout {
        Layout.alignment: Qt.AlignTop
        spacing: Theme.space("gap") * 2

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            spacing: Theme.space("gap")

            Repeater {
                id: facts

                model: about.view.facts

                RowLayout {
                    id: fact

                    required property string key
                    required property string label
                    required property string value
                    required property string name

                    Accessible.name: name
                    Accessible.role: Accessible.StaticText
                    spacing: Theme.space("gap")

                    Mark {
                        Layout.alignment: Qt.AlignTop
                        Layout.topMargin: Theme.space("tight") / 2
                        color: Theme.colour("sheetSoft")
                        drawing: about.marks[fact.key] ?? ""
                        size: Math.round(Theme.type("sheetSentence") * 1.3)
                    }
                    ColumnLayout {
                        spacing: 0

                        Label {
                            Layout.fillWidth: true
                            color: Theme.colour("sheetSoft")
                            size: "buttonDetail"
                            text: fact.label
                        }
                        Label {
                            Layout.fillWidth: true
                            color: Theme.colour("sheetInk")
                            elide: Text.ElideRight
                            font.weight: Font.DemiBold
                            maximumLineCount: 4
                            size: "sheetSentence"
                            text: fact.value
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            spacing: Theme.space("tight")
            visible: about.view.pageSide > 0

            Square {
                id: square

                Accessible.name: about.view.pageName
                Accessible.role: Accessible.Graphic
                Layout.alignment: Qt.AlignHCenter
                // below two pixels a module no phone finds it
                largest: Math.max(Theme.space("page"), side * 2)
                path: about.view.pagePath
                side: about.view.pageSide
            }
            Label {
                Layout.maximumWidth: square.implicitWidth
                color: Theme.colour("sheetSoft")
                elide: Text.ElideNone
                horizontalAlignment: Text.AlignHCenter
                size: "buttonDetail"
                text: about.view.pageName
                wrapMode: Text.Wrap
            }
        }
    }
}
