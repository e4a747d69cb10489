pragma Singleton
import QtQuick

/* The tokens of the theme, fitted to this screen. `look` is set once, before the first page is made. */
QtObject {
    property var look: null
    readonly property var tokens: look?.tokens ?? {}
    /* Nobody can see it, so nothing moves. */
    property bool still: false

    readonly property string family: tokens.family?.text ?? ""
    readonly property string namesFamily: tokens.family?.names ?? ""
    readonly property string displayFamily: tokens.family?.display ?? ""
    readonly property bool portrait: tokens.portrait ?? false
    readonly property string logo: tokens.logo ?? ""
    readonly property bool largeText: tokens.largeText ?? false
    readonly property bool lowReach: tokens.lowReach ?? false
    readonly property real railShare: tokens.railShare ?? 0.37
    readonly property int target: tokens.target ?? 64

    function colour(name: string): color {
        return tokens.colour?.[name] ?? "gray";
    }
    function tone(name: string, part: string): color {
        return tokens.tones?.[name]?.[part] ?? "gray";
    }
    function type(name: string): int {
        return tokens.type?.[name] ?? 20;
    }
    function space(name: string): int {
        return tokens.space?.[name] ?? 8;
    }
    function motion(name: string): int {
        return still ? 0 : tokens.motion?.[name] ?? 0;
    }
}
