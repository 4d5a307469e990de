// A board beside those before, as the columns that threads.js draws.
.pragma library

// A column a round: {screen, speaker, total, beads: [{id, say, own, count, onward, spots}]}. A bead is a card, and the last
// one, without an id, all who laid none of them; `spots` are {column, own, count} for each column of the board. One more
// column at the end is the agreed board, with one bead. `moments` are {screen, speaker, cards: [{card, title}]}, `laid` is
// one's own board as {card, place}, `columns` {id, label, icon, colour} each, `before` is view.before.
function threads(moments, laid, columns, before) {
    const own = {}
    laid.forEach(one => own[one.card] = one.place)
    const stops = moments.map(one => one.screen)
    const drawn = moments.map((round, index) => {
        const total = before.screens[round.screen] || 0
        const onward = count => index + 1 < stops.length ? ({ [stops[index + 1]]: count }) : ({ "agree": count })
        const beads = round.cards.map(one => {
            const spots = columns.map(column => ({
                "column": column,
                "own": own[one.card] === column.id,
                "count": before.lies[one.card + "@" + column.id] || 0
            }))
            const count = spots.reduce((sum, spot) => sum + spot.count, 0)
            return { "id": one.card, "say": one.title, "own": own[one.card] !== undefined, "count": count, "onward": onward(count), "spots": spots }
        })
        const rest = Math.max(0, total - beads.reduce((sum, bead) => sum + bead.count, 0))
        const none = { "id": "", "say": "", "own": !beads.some(bead => bead.own), "count": rest, "onward": onward(rest), "spots": [] }
        return { "screen": round.screen, "speaker": round.speaker, "total": total, "beads": none.own || rest > 0 ? beads.concat(none) : beads }
    })
    const agreed = { "id": "agree", "say": "", "own": true, "count": before.walks, "onward": before.reached, "spots": [] }
    return drawn.concat({ "screen": "agree", "speaker": "", "total": before.walks, "beads": [agreed] })
}
