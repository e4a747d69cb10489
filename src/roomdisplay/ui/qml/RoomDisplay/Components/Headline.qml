pragma ComponentBehavior: Bound

import QtQuick
import RoomDisplay.Theme
import RoomDisplay.Controls

/* The state: one enormous word with its shape, which is as tall as the word's capitals. Shrinks to fit, never elides. */
Item {
    id: headline

    required property string word
    required property string glyph
    required property Tone tone
    property real share: 1
    readonly property int largest: Theme.type("word") * share
    readonly property real widest: largest * (capitalShare + gapShare) + metrics.advanceWidth
    readonly property int pixelSize: Math.floor(largest * Math.min(1, width / Math.max(1, widest * 1.01)))
    readonly property real capital: pixelSize * capitalShare
    readonly property real capitalShare: 0.727
    /* How far the word's ink reaches above its line: capitals, or more where it has accents or is not Latin. */
    readonly property real tallest: -metrics.tightBoundingRect.y / Math.max(1, largest)
    readonly property real rise: tallest > capitalShare * 1.06 ? tallest + 0.08 : capitalShare
    readonly property real gapShare: 0.2

    implicitHeight: Math.ceil(pixelSize * (rise + 0.22))

    TextMetrics {
        id: metrics

        font.family: Theme.displayFamily
        font.letterSpacing: -headline.largest * 0.012
        font.pixelSize: headline.largest
        font.weight: Font.Bold
        text: headline.word
    }
    StateGlyph {
        id: shape

        anchors.left: parent.left
        color: headline.tone.accent
        ink: headline.tone.ink
        kind: headline.glyph
        size: Math.round(headline.capital)
        y: Math.round(headline.pixelSize * (headline.rise - headline.capitalShare))
    }
    Label {
        Accessible.name: headline.word
        Accessible.role: Accessible.StaticText
        anchors.left: shape.right
        anchors.leftMargin: Math.round(headline.pixelSize * headline.gapShare)
        anchors.right: parent.right
        elide: Text.ElideNone
        font.family: Theme.displayFamily
        font.letterSpacing: -headline.pixelSize * 0.012
        font.pixelSize: headline.pixelSize
        font.weight: Font.Bold
        text: headline.word
        y: Math.round(headline.pixelSize * headline.rise - baselineOffset)
    }
}
