// The host's pages over everything else: the PIN pad, then the menu.
import QtQuick
import "ui"

Item {
    id: layer

    required property var host

    signal ask(string verb, string detail)
}
