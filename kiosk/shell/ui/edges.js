// Where the part of a column that is in sight may begin and end, so that no line of words is cut through.
.pragma library

// What is taller than this is not kept whole, as a share of what is in sight.
const SMALL = 0.45
// How much of what is in sight may be given up, by rank: to keep a line whole, a control or a low thing or a rim, anything else.
const REACH = [0, 0.5, 0.4, 0.15]
// What is no higher than this is kept whole like a line of words: icons, chips, buttons of one line.
const LOW = 120
// How much of the rim of a sheet of paper is not cut into.
const RIM = 48
// Letters do not fill their line: this much of it at each side is free, as a share.
const FREE = 0.12

// The strips of what lies in a column, in its own measure: [{from, to, free, rank}]. `rank` is 1 for a line of words, 2 for
// a control, what is low or a rim, 3 for the rest; `tallest` is what can be kept whole.
function strips(column, tallest) {
    const found = []
    gather(column, 0, tallest, found)
    return found
}

// Where things rest is asked, not where they are: they may still be on their way in.
function gather(item, above, tallest, found) {
    for (const child of item.children) {
        if (!child.visible || child.height <= 0)
            continue
        const top = above + child.y
        if (child.lineCount !== undefined && child.contentHeight !== undefined) {
            const high = child.height / child.lineCount
            for (let at = 0; at < child.lineCount; at++)
                found.push({ "from": top + at * high, "to": top + (at + 1) * high, "free": FREE * high, "rank": 1 })
            continue
        }
        const sheet = child.radius > 0 && child.color !== undefined
        const thing = sheet || child.activeFocusOnTab || child.sourceSize !== undefined || child.sha !== undefined
        if (thing && child.height <= tallest)
            found.push({ "from": top, "to": top + child.height, "free": 0.5, "rank": child.activeFocusOnTab || child.height < LOW ? 2 : 3 })
        // Of a higher sheet of paper nobody wants the bare rim.
        if (sheet && child.height > LOW)
            for (const from of [top, top + child.height - RIM])
                found.push({ "from": from, "to": from + RIM, "free": 0.5, "rank": 2 })
        gather(child, top, tallest, found)
    }
}

// Tells the stitched borders in a column whether they lie outside the strip of it that is in sight.
function sight(item, above, from, to) {
    for (const child of item.children) {
        const top = above + child.y
        if (child.scrolledOut !== undefined)
            child.scrolledOut = top + child.height <= from || top >= to
        else
            sight(child, top, from, to)
    }
}

// The place next to `limit` at which nothing is cut, before it where `step` is -1, after it where it is 1; `seen` is how
// high what is in sight is. `limit` itself where there is none near enough.
function whole(found, limit, step, seen) {
    for (const rank of [3, 2, 1]) {
        const kept = found.filter(one => one.rank <= rank)
        const reach = seen * REACH[rank]
        let edge = limit
        for (;;) {
            const cut = kept.filter(one => one.from < edge - one.free && one.to > edge + one.free)
            if (cut.length === 0)
                return edge
            edge = step < 0 ? Math.min(...cut.map(one => one.from)) : Math.max(...cut.map(one => one.to))
            if (Math.abs(edge - limit) > reach)
                break
        }
    }
    return limit
}
