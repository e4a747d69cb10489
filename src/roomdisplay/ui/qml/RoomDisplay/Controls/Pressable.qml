pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme

/* Anything that can be tapped: big enough for a finger, named, reachable and operable by keys or a switch. */
Item {
    id: control

    required property string name
    property color ring: Theme.colour("focus")
    property real radius: Theme.space("radius")
    readonly property bool pressed: tap.pressed

    signal tapped

    /* To the one read next, or before. */
    function step(forward: bool): void {
        nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }
    /* Into what is seen of whatever scrolls around it. */
    function reveal(): void {
        let ancestor = parent;
        while (ancestor && !(ancestor instanceof Flickable))
            ancestor = ancestor.parent;
        const view = ancestor as Flickable;
        if (!view)
            return;
        const top = mapToItem(view.contentItem, 0, 0).y - Theme.space("tight");
        const least = top + height + Theme.space("tight") * 2 - view.height;
        view.contentY = Math.max(least, Math.min(top, view.contentY));
    }

    Accessible.focusable: true
    Accessible.name: name
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    implicitHeight: Theme.target
    implicitWidth: Theme.target

    Accessible.onPressAction: tapped()
    Keys.onDownPressed: step(true)
    Keys.onEnterPressed: tapped()
    Keys.onLeftPressed: step(LayoutMirroring.enabled)
    Keys.onReturnPressed: tapped()
    Keys.onRightPressed: step(!LayoutMirroring.enabled)
    Keys.onSpacePressed: tapped()
    Keys.onUpPressed: step(false)
    onActiveFocusChanged: if (activeFocus)
        reveal()

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: control.tapped()
    }
    Loader {
        id: around

        active: control.activeFocus
        anchors.fill: parent
        anchors.margins: -Theme.space("focus") - 1

        sourceComponent: Rectangle {
            border.color: control.ring
            border.width: Theme.space("focus")
            color: "transparent"
            radius: control.radius - around.anchors.margins
        }
    }
}
