// A QR code. `address` is what the phone reads: a link or plain words. Lies on white.
import QtQuick

Image {
    required property string address
    required property real side
    // What it is for, in words.
    required property string name
    readonly property bool loading: status === Image.Loading

    width: side
    height: side
    source: address === "" ? "" : "image://code/" + encodeURIComponent(address)
    sourceSize.width: Math.round(side * Theme.pixelScale)
    sourceSize.height: Math.round(side * Theme.pixelScale)
    fillMode: Image.PreserveAspectFit
    smooth: false
    Accessible.role: Accessible.Graphic
    Accessible.name: name
}
