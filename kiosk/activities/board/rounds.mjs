// A board beside those before, as rounds.js has it for the shell: a round is {total, speaker, beads: [{id, say, own, count,
// spots}]}. A bead is a card, and the last one, without an id, all who laid none of them; `spots` are {column, own, count}.
// `moments` are {screen, speaker, cards: [{card, title}]}, `laid` is one's own board as {card, place}, `before` is view.before.

export function rounds(moments, laid, columns, before) {
    const own = Object.fromEntries(laid.map(one => [one.card, one.place]))
    return moments.map(round => {
        const total = before.screens[round.screen] || 0
        const beads = round.cards.map(one => {
            const spots = columns.map(column => ({ column, own: own[one.card] === column.id, count: before.lies[`${one.card}@${column.id}`] || 0 }))
            return { id: one.card, say: one.title, own: one.card in own, count: spots.reduce((sum, spot) => sum + spot.count, 0), spots }
        })
        const rest = Math.max(0, total - beads.reduce((sum, bead) => sum + bead.count, 0))
        const none = { id: "", say: "", own: !beads.some(bead => bead.own), count: rest, spots: [] }
        return { speaker: round.speaker, total, beads: none.own || rest > 0 ? [...beads, none] : beads }
    })
}
