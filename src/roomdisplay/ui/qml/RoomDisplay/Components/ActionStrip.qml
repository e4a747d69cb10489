pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import RoomDisplay.Theme
import RoomDisplay.Controls

/* What can be done now, in one row where a thumb is. */
RowLayout {
    id: strip

    required property var actions
    required property Tone tone
    readonly property bool any: repeater.count > 0

    readonly property int widest: repeater.count * (Theme.space("action") * (Theme.largeText ? 3 : 2.4) + spacing)

    property int crowded: 0

    signal acted(key: string)

    spacing: Theme.space("gap")

    Repeater {
        id: repeater

        model: strip.actions

        ActionButton {
            required property string key

            terse: strip.crowded > 0
            tone: strip.tone

            Component.onDestruction: if (crowded)
                strip.crowded -= 1
            onCrowdedChanged: strip.crowded += crowded ? 1 : -1
            onTapped: strip.acted(key)
        }
    }
}
