// Where things stand on the map. Lengths are pixels of a 1920 x 1080 drawing, ten to a rem; spots are picture units.

const within = (value, least, most) => Math.max(least, Math.min(most, value))

// The part of the map that covers a pane and has all spots in its free middle: [x, y, width, height].
export function cut(map, spots, across, down, { torn, walk }) {
    const margin = walk ? 150 : 64
    const [hiddenLeft, hiddenBelow] = [torn === "left" ? 70 : 0, torn === "bottom" ? 60 : 0]
    const [xs, ys] = [0, 1].map(i => spots.map(spot => spot[i]))
    const [left, right, top, below] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    const least = Math.max(across / map.width, down / map.height)
    const fits = Math.min((across - hiddenLeft - 2 * margin) / Math.max(1, right - left), (down - hiddenBelow - 2 * margin - 40) / Math.max(1, below - top))
    const scale = Math.max(least, Math.min(fits, walk ? least * 1.7 : least))
    const half = walk ? 65 : 30
    const x = Math.max(right - (across - half) / scale, Math.min(left - (hiddenLeft + half) / scale, (left + right) / 2 - (across + hiddenLeft) / 2 / scale))
    const y = (top + below) / 2 - (down - hiddenBelow + 40) / 2 / scale
    return [within(x, 0, map.width - across / scale), within(y, 0, map.height - down / scale), across / scale, down / scale]
}

// A gentle bow from the door to the pin.
export function way(from, to) {
    const [x, y] = [to[0] - from[0], to[1] - from[1]]
    const bow = within(x * 0.22, -90, 90)
    return `M${from[0]} ${from[1]}C${from[0] + x * 0.3} ${from[1] + y * 0.1 - bow} ${from[0] + x * 0.75} ${to[1] - y * 0.1 + bow * 0.6} ${to[0]} ${to[1]}`
}

// Where a sign of two lines stands: beside the pin, or else where it covers neither pin nor door.
export function signSpot(lines, pin, door, across, down, { portrait, step, contrast }) {
    const grown = [1, 1.2, 1.4][step] * (contrast ? 1.25 : 1)
    const width = Math.min(across * 0.7, Math.max(...lines.map(line => [...line].length)) * 15.5 * grown + 60)
    const height = 110 * grown + 10
    const left = portrait ? 30 : 120
    const [right, below] = [across - width - 30, down - height - (contrast ? 20 : portrait ? 80 : 40)]
    const covers = ([x, y], boxX, boxY, wide, high) => x < boxX + wide && boxX < x + width && y < boxY + high && boxY < y + height
    const spots = [[pin[0] - width - 78, pin[1] - 150], [pin[0] + 78, pin[1] - 150], [pin[0] - width - 78, pin[1] - 20], [pin[0] + 78, pin[1] - 20], [left, below], [right, below], [left, 30], [right, 30]]
    return spots.find(spot => spot[0] >= left && spot[0] <= right && spot[1] >= 24 && spot[1] <= below && !covers(spot, pin[0] - 60, pin[1] - 140, 120, 150) && !covers(spot, door[0] - 40, door[1] - 40, 80, 80)) || [left, below]
}
