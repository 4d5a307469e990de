// A picture from content: Art { sha: "…"; view: Qt.rect(440, 404, 700, 363); rounding: "28,28,0,0"; description: "…" }.
// It always covers its size. `view` (picture units) picks a part; an empty view shows all of it.
import QtQuick

Image {
    id: art

    required property string sha
    property rect view: Qt.rect(0, 0, 0, 0)
    // Corner radii "a,b,c,d" in logical pixels, "circle", or "blob".
    property string rounding
    // Groups of an SVG to show or hide, comma between.
    property string show
    property string hide
    // One look of a face: person "" is a leader portrait. Used when `faced` is true.
    property bool faced: false
    property string person
    property string mood
    property bool mouthOpen: false
    property bool eyesClosed: false
    // A white frame in high contrast, for a picture that stands by itself.
    property bool framed: false
    // What the picture shows, in words; empty for decoration.
    property string description
    // True until the picture is there.
    readonly property bool loading: waiting !== ""
    // The drawing that is on its way, by the desk's name for it.
    property string waiting
    readonly property string wanted: sha !== "" && width > 0 && height > 0 ? address() : ""
    readonly property int across: Math.round(width * Theme.pixelScale)
    readonly property int down: Math.round(height * Theme.pixelScale)

    function address(): string {
        const parts = []
        if (view.width > 0)
            parts.push("view=" + [view.x, view.y, view.width, view.height].join(","))
        if (show !== "")
            parts.push("show=" + show)
        if (hide !== "")
            parts.push("hide=" + hide)
        if (faced)
            parts.push("face=" + person + "&mood=" + mood + "&mouth=" + (mouthOpen ? "open" : "shut") + "&eyes=" + (eyesClosed ? "closed" : "open"))
        const cut = framed && Theme.highContrast ? String(Theme.radiusCard) : rounding
        if (cut !== "")
            parts.push("round=" + cut + "&at=" + width)
        return sha + "?" + parts.join("&")
    }

    // The picture stays until the next one is ready.
    function fetch(): void {
        const found = wanted !== "" && Theme.pictures ? Theme.pictures.source(wanted, across, down) : ""
        waiting = wanted !== "" && Theme.pictures && found === "" ? Theme.pictures.key(wanted, across, down) : ""
        if (found !== "" || wanted === "")
            source = found
    }

    readonly property var desk: Theme.pictures
    onDeskChanged: Qt.callLater(fetch)
    onWantedChanged: Qt.callLater(fetch)
    onAcrossChanged: Qt.callLater(fetch)
    onDownChanged: Qt.callLater(fetch)
    Component.onCompleted: fetch()

    // Never asynchronous: see kiosk/shell/pictures.py.
    asynchronous: false
    fillMode: Image.Stretch
    Accessible.role: Accessible.Graphic
    Accessible.name: description
    Accessible.ignored: description === ""

    Rectangle {
        anchors.fill: parent
        visible: art.framed && Theme.highContrast
        radius: Theme.radiusCard
        color: "transparent"
        border.width: Theme.outline
        border.color: Theme.line
    }

    Connections {
        target: Theme.pictures
        ignoreUnknownSignals: true

        function onReady(key: string): void {
            if (key === art.waiting)
                art.fetch()
        }
    }
}
