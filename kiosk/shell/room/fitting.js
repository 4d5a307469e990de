// How large what is said and what can be answered may be, so that all of it stands on one page.
.pragma library

// Type of what is said, logical pixels; the last only for enlarged text.
const SPEECH = [42, 38, 34, 30]

// How an answer is set: type size, least height, room above and below the words together, room between answers, room
// beside the words, and how large the sign is.
const ANSWERS = [
    { "size": 36, "least": 124, "padding": 52, "gap": 22, "beside": 222, "sign": 64, "inset": 34 },
    { "size": 32, "least": 98, "padding": 30, "gap": 14, "beside": 186, "sign": 56, "inset": 28 },
    { "size": 30, "least": 88, "padding": 20, "gap": 10, "beside": 162, "sign": 48, "inset": 24 }
]

// What is tried, best first: index into SPEECH, index into ANSWERS. Enlarged text is not made small again to the last.
const TRIES = [[0, 0], [0, 1], [1, 1], [0, 2], [1, 2], [2, 1], [2, 2]]
const TRIES_ENLARGED = 6

// Lines that words take in a width, both in the measure of `wide`, which gives a word's width.
function lines(words, width, wide) {
    const space = wide(" ")
    let count = 1
    let used = 0
    for (const word of words.split(/\s+/)) {
        const own = wide(word)
        if (used > 0 && used + space + own > width) {
            count++
            used = own
        } else {
            used += (used > 0 ? space : 0) + own
        }
    }
    return count
}

// What an answer is high: `text` gives the drawn size of a type size, `wide` a word's width at size 1.
function answerHeight(label, answer, width, extra, text, wide) {
    const pixels = text(answer.size)
    const count = lines(label, (width - answer.beside - extra) / pixels, wide)
    return Math.max(answer.least, count * Math.round(1.22 * pixels) + answer.padding)
}

function answersHeight(labels, answer, width, extra, text, wide) {
    return labels.reduce((sum, label) => sum + answerHeight(label, answer, width, extra, text, wide), (labels.length - 1) * answer.gap)
}

function speechHeight(words, size, width, text, wide) {
    return lines(words, width / text(size), wide) * Math.round(1.18 * text(size))
}

// {speech, answer, answers}: a type size, an entry of ANSWERS, and what the answers are high together.
// `page` is {words, wordsWidth, most, labels, width, extra, room, enlarged}: `most` is what the words may be high at all,
// `room` what words and answers may be high together, `ease` what more the largest answers need around them, `extra` the room that a name takes beside an answer's words;
// `bare`: with neither a name nor a sign there.
function fit(page, text, wide, wideSpoken) {
    const spoken = size => speechHeight(page.words, size, page.wordsWidth, text, wideSpoken)
    const bare = answer => page.bare ? answer.sign + answer.inset - 24 : 0
    const answered = answer => answersHeight(page.labels, answer, page.width, page.extra - bare(answer), text, wide)
    for (const [first, second] of page.enlarged ? TRIES.slice(0, TRIES_ENLARGED) : TRIES) {
        const high = answered(ANSWERS[second])
        if (spoken(SPEECH[first]) + high + (second === 0 ? page.ease : 0) <= page.room)
            return { "speech": SPEECH[first], "answer": ANSWERS[second], "answers": high }
    }
    // What is said is never set smaller than what can be answered.
    const sizes = page.enlarged ? SPEECH : SPEECH.slice(0, 3)
    const answer = ANSWERS[2]
    return { "speech": sizes.find(size => spoken(size) <= page.most) ?? sizes[sizes.length - 1], "answer": answer, "answers": answered(answer) }
}
