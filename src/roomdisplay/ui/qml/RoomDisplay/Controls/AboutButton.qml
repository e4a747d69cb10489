/* More about the room: an i in a circle. */
MarkButton {
    drawing: "M 8 50 A 42 42 0 1 1 92 50 A 42 42 0 1 1 8 50 Z M 50 28 L 50.5 28 M 50 46 L 50 74"
}
