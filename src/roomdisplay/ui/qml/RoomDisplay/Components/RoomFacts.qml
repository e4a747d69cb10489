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
    /* Of the photo: always three to two, whatever the camera. */
    readonly property int breadth: Math.round(Math.min(widest * (Theme.portrait ? 1 : 0.45), highest * 1.5))

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

                ColumnLayout {
                    id: fact

                    required property string label
                    required property string value
                    required property string name

                    Accessible.name: name
                    Accessible.role: Accessible.StaticText
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
