// Everybody's ways through a talk as threads: they gather where a moment begins, part at what was said, and gather again.
// Lengths are logical pixels: `along` runs with the talk, `across` it lies what could be said.
.pragma library

// The moments of one's own way: {screen, total, beads: [{id, say, own, count, onward}]}. `moments` are {screen, choices: [{id,
// say}]} in any order, `before` is view.before; `onward` says how many went on from there to which screen.
function columns(moments, before) {
    const known = {}
    moments.forEach(one => known[one.screen] = one.choices)
    const way = before.path.map(step => step.split("/")).filter(step => known[step[0]] !== undefined)
    return way.map(([screen, chosen]) => ({
        "screen": screen,
        "total": before.screens[screen] || 0,
        "beads": known[screen].map(choice => ({
            "id": choice.id,
            "say": choice.say,
            "own": choice.id === chosen,
            "count": before.steps[screen + "/" + choice.id] || 0,
            "onward": before.onward[screen + "/" + choice.id] || {}
        }))
    }))
}

// Where all of it lies. `endings` are {id, own, count}, `walks` is what fills a thread of full width, `wide` pixels.
// `size` is {along, across, edge, bead, row, gap, wide, walks, lead, brim}: `bead` and `row` are what a bead takes across
// and along, `gap` parts what could be said at most, `lead` and `brim` are how far threads may reach outside along and
// across. `place(along, across)` gives [x, y]. Paths are SVG; beads and ends have x, y and the `room` to the next across.
function cloth(columns, endings, size, place) {
    const edge = size.edge
    const middle = size.across / 2
    const each = size.wide / Math.max(1, size.walks)
    const point = (a, c) => place(a, c).map(value => value.toFixed(1)).join(" ")
    const curve = (a, c, b, d) => "C" + point((a + b) / 2, c) + " " + point((a + b) / 2, d) + " " + point(b, d)
    const line = (a, c, b, d) => "M" + point(a, c) + curve(a, c, b, d)
    const band = (a, c, b, d, count) => {
        const half = Math.max(1.5, count * each / 2)
        return line(a, c - half, b, d - half) + "L" + point(b, d + half) + curve(b, d + half, a, c + half) + "Z"
    }
    const room = many => Math.min(size.gap, (size.across - size.bead) / Math.max(1, many - 1))
    const lane = (index, many) => middle + (index - (many - 1) / 2) * room(many)
    // From the edge of the cloth.
    const joined = (a, b, d, count) => {
        const half = Math.max(1.5, count * each / 2)
        const from = size.across + size.brim
        return "M" + point(a - half, from) + "C" + point(a - half, (from + d) / 2) + " " + point(a, d - half) + " " + point(b, d - half)
            + "L" + point(b, d + half) + "C" + point(a + 2 * half, d + half) + " " + point(a + half, (from + d) / 2) + " " + point(a + half, from) + "Z"
    }
    // Threads that lie side by side where they gather.
    const side = counts => {
        let at = middle - counts.reduce((sum, count) => sum + count, 0) * each / 2
        return counts.map(count => {
            at += count * each
            return at - count * each / 2
        })
    }
    // Many endings stand in two rows.
    const crowded = room(endings.length) < size.bead * 0.84
    const part = (size.along - 2 * edge - (crowded ? size.row : 0)) / (columns.length + 0.5)
    const drawn = { "bands": "", "joining": "", "loose": "", "own": "M" + point(-size.lead, middle), "part": part, "knots": [], "beads": [], "ends": [] }
    const ends = endings.map((ending, index) => ({
        "ending": ending, "lane": lane(index, endings.length),
        "at": size.along - edge - (crowded && index % 2 === 0 ? size.row : 0)
    }))
    columns.forEach((column, index) => {
        const start = edge + index * part
        const half = start + part * 0.5
        const next = columns[index + 1]
        const shown = column.total > 0
        const gathered = side(column.beads.map(bead => bead.count))
        const onward = column.beads.map(bead => next && next.total > 0 ? bead.onward[next.screen] || 0 : 0)
        const others = next ? Math.max(0, next.total - onward.reduce((sum, count) => sum + count, 0)) : 0
        const joining = side(onward.concat(others))
        drawn.knots.push(place(start, middle))
        if (index === 0 && shown)
            drawn.bands += band(-size.lead, middle, start, middle, column.total)
        drawn.own += curve(index === 0 ? -size.lead : start - part * 0.5, index === 0 ? middle : drawn.last, start, middle)
        column.beads.forEach((bead, order) => {
            const at = lane(order, column.beads.length)
            const spot = place(half, at)
            drawn.beads.push({ "x": spot[0], "y": spot[1], "own": bead.own, "count": bead.count, "room": room(column.beads.length) })
            if (bead.own) {
                drawn.own += curve(start, middle, half, at)
                drawn.last = at
            }
            if (bead.count === 0 || !shown)
                return
            drawn.bands += band(start, gathered[order], half, at, bead.count)
            let left = bead.count
            if (onward[order] > 0) {
                drawn.bands += band(half, at, start + part, joining[order], onward[order])
                left -= onward[order]
            }
            if (!next) {
                for (const one of ends) {
                    const count = bead.onward[one.ending.id] || 0
                    if (count > 0)
                        drawn.bands += band(half, at, one.at, one.lane, count)
                    left -= count
                }
            }
            // The others went on elsewhere.
            if (left > 0 && part > 130)
                drawn.loose += line(half, at, half + part * 0.38, Math.max(6, Math.min(size.across - 6, at + (at < middle ? -1 : 1) * size.gap * 0.5)))
        })
        // And these came from elsewhere.
        if (others > 0)
            drawn.joining += joined(start + part * 0.82, start + part, joining[joining.length - 1], others)
    })
    for (const one of ends) {
        const spot = place(one.at, one.lane)
        drawn.ends.push({ "x": spot[0], "y": spot[1], "own": one.ending.own, "count": one.ending.count, "room": room(endings.length) * (crowded ? 2 : 1) })
        if (one.ending.own)
            drawn.own += curve(edge + (columns.length - 0.5) * part, drawn.last, one.at, one.lane)
    }
    return drawn
}
