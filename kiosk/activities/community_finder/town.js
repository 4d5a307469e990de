// Which part of the map is seen, and how the walk runs on it.
.pragma library

// The part of the map (picture units) that covers a pane and has all spots in its free middle; where the pane is too narrow
// for that, the whole width of them, which covers the upper part of the pane only. `town` is {width, height, door, spots,
// torn, walk, margin, pin, foot}: spots are [x, y], `torn` the side that paper covers, `margin` and `pin` logical pixels,
// `foot` how high that is which then stands below the map.
function cut(town, across, down) {
    const spots = town.spots
    if (across <= 0 || down <= 0 || spots.length === 0)
        return Qt.rect(0, 0, town.width, town.height)
    const hiddenLeft = town.torn === "left" ? 70 : 0
    const hiddenBelow = town.torn === "bottom" ? 60 : 0
    const xs = spots.map(at => at[0])
    const ys = spots.map(at => at[1])
    const left = Math.min(...xs)
    const right = Math.max(...xs)
    const top = Math.min(...ys)
    const below = Math.max(...ys)
    const half = town.walk ? 65 : 30
    const cover = Math.max(across / town.width, down / town.height)
    const tight = (across - hiddenLeft - 2 * half) / Math.max(1, right - left)
    const fits = Math.min((across - hiddenLeft - 2 * town.margin) / Math.max(1, right - left), (down - hiddenBelow - 2 * town.margin - 40) / Math.max(1, below - top))
    const narrow = town.torn === "left" && tight < 0.97 * cover
    const scale = narrow ? Math.max(across / town.width, tight) : Math.max(cover, Math.min(fits, town.walk ? cover * 1.7 : cover))
    const high = town.height * scale < down - 2 ? Math.min(down - (town.foot || 0), town.height * scale) : down
    const x = Math.max(right - (across - half) / scale, Math.min(left - (hiddenLeft + half) / scale, (left + right) / 2 - (across + hiddenLeft) / 2 / scale))
    // A pin stands on its spot, and is seen whole.
    const raised = Math.min(...spots.map(at => at[1] - (at[0] === town.door[0] && at[1] === town.door[1] ? 44 : 1.25 * town.pin + 16) / scale))
    const middle = (top + below) / 2 - (high - hiddenBelow + 40) / 2 / scale
    const y = town.walk ? Math.min(raised, Math.max(below - (high - hiddenBelow - 44) / scale, middle)) : middle
    return Qt.rect(within(x, town.width - across / scale), within(y, town.height - high / scale), across / scale, high / scale)
}

function within(value, most) {
    return Math.max(0, Math.min(most, value))
}

// A gentle bow from one point to another: both, and between them two that it leans towards.
function bow(from, to) {
    const bent = Math.max(-90, Math.min(90, (to.x - from.x) * 0.22))
    const at = (share, y) => Qt.point(from.x + (to.x - from.x) * share, y)
    return [from, at(0.3, from.y + (to.y - from.y) * 0.1 - bent), at(0.75, to.y + (from.y - to.y) * 0.1 + bent * 0.6), to]
}

function way(from, to) {
    const [start, first, second, end] = bow(from, to).map(at => at.x + " " + at.y)
    return "M" + start + "C" + first + " " + second + " " + end
}

// Points along it.
function steps(from, to) {
    const points = bow(from, to)
    return Array.from({ "length": 31 }, (_, index) => {
        const t = index / 30
        const shares = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
        const sum = name => points.reduce((all, point, which) => all + shares[which] * point[name], 0)
        return Qt.point(sum("x"), sum("y"))
    })
}
