pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme

/* Slanted stripes: held, not confirmed. */
Item {
    id: hatch

    property int stripe: Theme.space("gap")

    clip: true

    Repeater {
        model: Math.ceil((hatch.width + hatch.height) / (hatch.stripe * 2)) + 1

        Rectangle {
            required property int index

            antialiasing: true
            color: Theme.colour("hatch")
            height: (hatch.height + hatch.stripe) * 1.5
            rotation: 45
            transformOrigin: Item.Center
            width: hatch.stripe * 0.7
            x: index * hatch.stripe * 2 - hatch.height / 2
            y: (hatch.height - height) / 2
        }
    }
}
