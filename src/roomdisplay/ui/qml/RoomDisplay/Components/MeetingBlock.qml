pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* One meeting on the rail. Says as much as fits. */
Rectangle {
    id: block

    required property string title
    required property string detail
    required property string name
    required property string tone
    required property bool isPrivate
    required property bool held
    required property int columns
    /* In hours. */
    required property double span
    required property Tone colours

    readonly property bool current: tone === "current" && !held
    /* Blocks of one length are written alike, whichever way their heights are rounded. Inside the outline. */
    readonly property real even: span * Theme.space("hour") - 2 - Theme.space("outline") * 2
    readonly property bool tall: even >= Theme.type("railTitle") * 1.25 + Theme.type("railDetail") * 1.25 + Theme.space("tight") * 1.4
    readonly property color ink: current ? Theme.colour("blockCurrentInk") : tone === "past" ? Theme.colour("railSoft") : Theme.colour("railText")

    Accessible.name: name
    Accessible.role: Accessible.StaticText
    antialiasing: true
    border.color: Theme.colour("outline")
    border.width: current ? 0 : Theme.space("outline")
    color: current ? Theme.colour("blockCurrent") : tone === "past" ? colours.blockPast : colours.block
    radius: Math.min(Theme.space("smallRadius"), height / 4)

    Loader {
        active: block.held
        anchors.fill: parent

        sourceComponent: Hatch {
        }
    }
    ColumnLayout {
        anchors.left: parent.left
        anchors.leftMargin: block.columns > 2 ? Theme.space("gap") / 2 : Theme.space("gap")
        anchors.right: parent.right
        anchors.rightMargin: Theme.space("gap") / 2
        anchors.top: parent.top
        anchors.topMargin: block.tall ? Theme.space("tight") * 1.2 : Math.round((block.height - implicitHeight) / 2)
        spacing: 0
        visible: block.width > Theme.space("gap") * 4

        RowLayout {
            spacing: Theme.space("tight")

            Loader {
                active: block.isPrivate
                visible: active

                sourceComponent: Lock {
                    color: block.ink
                    size: Math.round(Theme.type("railTitle") * 0.82)
                }
            }
            Label {
                Layout.fillWidth: true
                color: block.ink
                font.weight: Font.DemiBold
                maximumLineCount: block.columns > 1 ? Math.max(1, Math.floor((block.height - Theme.space("tight") * 2) / (font.pixelSize * 1.25))) : 1
                size: block.columns > 2 || block.even < Theme.type("railTitle") * 1.1 ? "railDetail" : "railTitle"
                text: block.title
                wrapMode: block.columns > 1 ? Text.Wrap : Text.NoWrap
            }
        }
        Label {
            Layout.fillWidth: true
            color: block.current ? Theme.colour("blockCurrentSoft") : Theme.colour("railSoft")
            size: "railDetail"
            tabular: true
            text: block.detail
            visible: block.tall && block.columns === 1
        }
    }
}
