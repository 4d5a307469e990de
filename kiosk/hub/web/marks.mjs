// The marks that pictures of numbers are made of, and how many of them lie in a space. Both faces draw by it: see
// pictograph.mjs, and Pictograph.qml of the shell.

// Each lies in a box `w` x `h`. A layer is [tone, pieces]: tone 0, 1 or 2 of the picture's colours, a piece is where it
// begins and how it goes on from there (SVG path commands, all relative). `outline` is what one that isn't there looks
// like: the first layer, when there is none. `joined` ones stand close.
const MARKS = {
    "person": { "w": 50, "h": 66, "layers": [[0, [[13, 18, "a12 12 0 1 0 24 0a12 12 0 1 0 -24 0z"], [7, 62, "c0 -34 36 -34 36 0z"]]]] },
    "house": { "w": 62, "h": 64, "layers": [
        [0, [[31, 4, "l10 9.2v-7.2h7v13.4l11 10h-6v30h-44v-30h-6z"]]],
        [1, [[25, 59.4, "v-20h12v20z"]]],
        [2, [[14, 34, "h8v9h-8z"], [40, 34, "h8v9h-8z"]]]
    ] },
    "flower": { "w": 54, "h": 76, "outline": [[27, 40, "c-12 0 -20 -10 -16 -22c4 2 6 5 8 8c2 -6 5 -10 8 -14c3 4 6 8 8 14c2 -3 4 -6 8 -8c4 12 -4 22 -16 22v34"]], "layers": [
        [0, [[18, 13, "a9 9 0 1 0 18 0a9 9 0 1 0 -18 0z"], [28, 20, "a9 9 0 1 0 18 0a9 9 0 1 0 -18 0z"], [24, 31, "a9 9 0 1 0 18 0a9 9 0 1 0 -18 0z"], [12, 31, "a9 9 0 1 0 18 0a9 9 0 1 0 -18 0z"], [8, 20, "a9 9 0 1 0 18 0a9 9 0 1 0 -18 0z"]]],
        [1, [[25, 39, "h4v35h-4z"], [27, 66, "c-4 -14 -18 -14 -22 -12c2 10 12 16 22 12z"], [27, 60, "c4 -14 18 -14 22 -12c-2 10 -12 16 -22 12z"]]],
        [2, [[20, 23, "a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z"]]]
    ] },
    "bulb": { "w": 50, "h": 70, "layers": [
        [0, [[16, 46, "c0 -8 -12 -12 -12 -24a21 21 0 0 1 42 0c0 12 -12 16 -12 24z"]]],
        [1, [[17, 50, "h16v5h-16z"], [17, 58, "h16c0 8 -16 8 -16 0z"]]]
    ] },
    "ring": { "w": 58, "h": 52, "layers": [[0, [[4, 26, "a25 22 0 1 0 50 0a25 22 0 1 0 -50 0z"], [14, 26, "a15 12 0 1 1 30 0a15 12 0 1 1 -30 0z"]]]] },
    "stitch": { "w": 48, "h": 30, "layers": [[0, [[5, 14, "q19 -13 38 0a5 5 0 0 1 -5.6 8.2q-13.4 -9 -26.8 0a5 5 0 0 1 -5.6 -8.2z"]]]] },
    "coin": { "w": 60, "h": 21, "layers": [
        [0, [[10, 1, "h40a9.5 9.5 0 0 1 0 19h-40a9.5 9.5 0 0 1 0 -19z"]]],
        [1, [[14, 6, "h3v9h-3z"], [23, 6, "h3v9h-3z"], [32, 6, "h3v9h-3z"], [41, 6, "h3v9h-3z"]]]
    ] },
    "door": { "w": 38, "h": 56, "layers": [[0, [[5, 54, "v-36c0 -20 28 -20 28 0v36z"]]], [2, [[24, 34, "a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z"]]]] },
    "road": { "w": 20, "h": 30, "joined": true, "layers": [[0, [[0, 5, "h20v20h-20z"]]], [2, [[4, 13.5, "h12v3h-12z"]]]] }
}

export function mark(name) {
    return MARKS[name] || MARKS.stitch
}

// {columns, rows, zoom, step}: the largest marks of which `count` lie in `wide` x `high`, no larger than `most` high and in
// so many columns, if given; with `even` every row is full. `step` is from one mark to the next, in their own units: a little more where there is room.
export function grid(name, count, wide, high, most, columns, even) {
    const one = mark(name)
    const tried = columns > 0 ? [Math.min(columns, count)] : Array.from({ length: count }, (_, index) => index + 1)
    let best = { "columns": 1, "rows": Math.max(1, count), "zoom": 0, "step": one.w }
    for (const across of tried) {
        const rows = Math.ceil(count / across)
        if (even && (count % across !== 0 || across < rows))
            continue
        const zoom = Math.max(0, Math.min(wide / (across * one.w), high / (rows * one.h), most / one.h))
        // Few marks stand in one row where they are nearly as large there.
        if (zoom > best.zoom * (even ? 0.85 : 1.001))
            best = { "columns": across, "rows": rows, "zoom": zoom, "step": one.joined ? one.w : Math.min(1.3 * one.w, wide / across / zoom) }
    }
    return best
}

// Where the mark of that number lies, in its own units: rows from the top, or piles from the bottom. They begin where
// lines do: `laid` is what `grid` made, with `back` where that is at the right.
export function place(name, index, laid, piled) {
    const one = mark(name)
    const column = piled ? Math.floor(index / laid.rows) : index % laid.columns
    const row = piled ? laid.rows - 1 - index % laid.rows : Math.floor(index / laid.columns)
    const x = (laid.back ? laid.columns - 1 - column : column) * laid.step
    return [x, row * one.h]
}

function piecesOf(name, tone) {
    const one = mark(name)
    if (tone < 0)
        return one.outline || one.layers[0][1]
    return one.layers.filter(layer => layer[0] === tone).reduce((all, layer) => all.concat(layer[1]), [])
}

// The marks from one number to before another, as one path: what is of that tone, or with tone -1 their outlines.
export function path(name, from, to, tone, laid, piled) {
    const pieces = piecesOf(name, tone)
    let d = ""
    for (let index = from; index < to; index++) {
        const [x, y] = place(name, index, laid, piled)
        for (const piece of pieces)
            d += "M" + (x + piece[0]) + " " + (y + piece[1]) + piece[2]
    }
    return d
}
