// A column that scrolls when it is too long, and says so: a paper button "More" stands at its lower edge until the end
// is in sight. Put the things inside; they are laid out under each other, `spacing` apart.
import QtQuick

Item {
    id: scroller

    property alias spacing: column.spacing
    property alias topPadding: column.topPadding
    property string moreWord: qsTr("More")
    // Room at each side for shadows and focus rings, which would be cut off otherwise.
    property real bleed: 24
    readonly property bool moreBelow: column.implicitHeight - height - flick.contentY > 12
    readonly property real contentHeight: column.implicitHeight
    default property alias content: column.data

    clip: false

    function toTop(): void {
        flick.contentY = 0
    }

    // Brings a thing inside into sight, for keyboard users.
    function show(item: Item): void {
        const top = item.mapToItem(column, 0, 0).y
        if (top < flick.contentY)
            flick.contentY = Math.max(0, top - 12)
        else if (top + item.height > flick.contentY + flick.height)
            flick.contentY = Math.min(flick.contentHeight - flick.height, top + item.height - flick.height + 24)
    }

    Flickable {
        id: flick

        x: -scroller.bleed
        y: -scroller.bleed
        width: scroller.width + 2 * scroller.bleed
        height: scroller.height + scroller.bleed
        clip: true
        contentWidth: width
        contentHeight: column.implicitHeight + 2 * scroller.bleed
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.VerticalFlick
        interactive: column.implicitHeight > scroller.height

        Behavior on contentY {
            enabled: !flick.moving && !Theme.reducedMotion

            NumberAnimation { duration: Theme.cardIn; easing.type: Easing.OutCubic }
        }

        Column {
            id: column

            x: scroller.bleed
            y: scroller.bleed
            width: scroller.width
            spacing: 22
        }
    }

    QuietButton {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 8
        visible: scroller.moreBelow
        text: scroller.moreWord
        icon: "down"
        minimumHeight: 76
        fill: Theme.paper
        onActivated: flick.contentY = Math.min(flick.contentHeight - flick.height, flick.contentY + flick.height * 0.7)
    }
}
