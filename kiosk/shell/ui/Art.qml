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
    // What the picture shows, in words; empty for decoration.
    property string description
    // True until the picture is there (or has failed).
    readonly property bool loading: status === Image.Loading

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
        if (rounding !== "")
            parts.push("round=" + rounding + "&at=" + width)
        return "image://art/" + sha + "?" + parts.join("&")
    }

    source: sha !== "" && width > 0 && height > 0 ? address() : ""
    sourceSize.width: Math.round(width * Theme.pixelScale)
    sourceSize.height: Math.round(height * Theme.pixelScale)
    asynchronous: true
    retainWhileLoading: true
    fillMode: Image.Stretch
    Accessible.role: Accessible.Graphic
    Accessible.name: description
    Accessible.ignored: description === ""
}
