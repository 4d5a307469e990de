// Where words may lie on a picture. Boxes are {x, y, width, height} in one and the same unit.
.pragma library

// How much of two boxes lies on each other.
function shared(one, other) {
    const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
    const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
    return across > 0 && down > 0 ? across * down : 0
}

// The calmest place for a card of that size: off everything in `never`, then on as little as can be of `rather`;
// among equals the one nearest to the top left.
function calm(width, height, area, never, rather) {
    let best = Qt.point(area.x, area.y)
    let least = Infinity
    const far = (x, y) => (x - area.x) * 4 + (y - area.y) * 8
    // A place that is too far whatever lies there is not looked at, nor any beyond it: this runs while a finger waits.
    for (let y = area.y; y + height <= area.y + area.height && far(area.x, y) < least; y += 24) {
        for (let x = area.x; x + width <= area.x + area.width && far(x, y) < least; x += 24) {
            const here = { "x": x, "y": y, "width": width, "height": height }
            let cost = far(x, y)
            for (let i = 0; i < never.length && cost < least; i++)
                cost += shared(here, never[i]) * 40
            for (let i = 0; i < rather.length && cost < least; i++)
                cost += shared(here, rather[i])
            if (cost < least) {
                least = cost
                best = Qt.point(x, y)
            }
        }
    }
    return best
}

// A place for a note about a point in a box, off every head in `never`: beside the box, else beside the point, else
// wherever it hides least. `pointer` is the side that its pointer stands on, "" where it would not reach.
function beside(width, height, area, at, box, never) {
    const off = edge => Math.min(250, Math.max(124, edge + 76))
    const right = area.x + area.width - width
    const bottom = Math.max(area.y, area.y + area.height - height)
    const middle = Math.max(area.y, Math.min(bottom, at.y - 96))
    const after = [["left", at.x + off(box.x + box.width - at.x)], ["left", at.x + 124]]
    const before = [["right", at.x - off(at.x - box.x) - width], ["right", at.x - 124 - width]]
    const sides = at.x < area.x + area.width * 0.56 ? after.concat(before) : before.concat(after)
    const far = never.map(head => ["", head.x + head.width + 24]).concat(never.map(head => ["", head.x - 24 - width]))
    let best = { "x": area.x, "y": middle, "pointer": "", "pointAt": 0 }
    let least = Infinity
    sides.concat(far).forEach(([side, x], order) => {
        if (x < area.x || x > right)
            return
        for (const y of [middle, area.y, bottom]) {
            const here = { "x": x, "y": y, "width": width, "height": height }
            let cost = order * 3000 + Math.abs(y - middle) * 8 + shared(here, box)
            for (const head of never)
                cost += shared(here, head) * 20
            if (cost < least) {
                const reaches = side !== "" && at.y > y + 50 && at.y < y + height - 50
                least = cost
                best = { "x": x, "y": y, "pointer": reaches ? side : "", "pointAt": at.y - y }
            }
        }
    })
    return best
}
