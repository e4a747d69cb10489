import QtQuick

/* What is seldom seen: it is made when it is wanted, and let go of when it is not, so that it costs neither a start nor
   memory. */
Loader {
    required property bool wanted

    active: wanted
    anchors.fill: parent
    focus: wanted
}
