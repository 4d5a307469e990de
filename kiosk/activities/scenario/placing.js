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
    for (let y = area.y; y + height <= area.y + area.height; y += 24) {
        for (let x = area.x; x + width <= area.x + area.width; x += 24) {
            const here = { "x": x, "y": y, "width": width, "height": height }
            let cost = (x - area.x) * 4 + (y - area.y) * 8
            for (const box of never)
                cost += shared(here, box) * 40
            for (const box of rather)
                cost += shared(here, box)
            if (cost < least) {
                least = cost
                best = Qt.point(x, y)
            }
        }
    }
    return best
}

// A place for a note about a point in a box: beside the box, else beside the point, where there is room and the face
// stays clear, with the side that its pointer stands on; else clear of the face, without one.
function beside(width, height, area, at, box, face) {
    const off = edge => Math.min(250, Math.max(124, edge + 76))
    const right = area.x + area.width
    const middle = Math.max(area.y, Math.min(area.y + area.height - height, at.y - 96))
    const first = at.x < area.x + area.width * 0.56
    const sides = [["left", at.x + off(box.x + box.width - at.x)], ["right", at.x - off(at.x - box.x) - width],
        ["left", at.x + 124], ["right", at.x - 124 - width]]
    const places = first ? sides : [sides[1], sides[0], sides[3], sides[2]]
    for (const [pointer, x] of places) {
        const here = { "x": x, "y": middle, "width": width, "height": height }
        if (x >= area.x && x + width <= right && shared(here, face) === 0)
            return { "x": x, "y": middle, "pointer": pointer, "pointAt": Math.max(60, Math.min(height - 60, at.y - middle)) }
    }
    const after = face.x + face.width + 40
    const x = after + width <= right ? after : Math.max(area.x, face.x - 40 - width)
    return { "x": Math.min(x, right - width), "y": middle, "pointer": "", "pointAt": 0 }
}
