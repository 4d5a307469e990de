// How words are set: where their lines had better end, so that no word is left alone on the last one, and what is quoted.
// A text asks while it is laid out, in onLineLaidOut.
pragma Singleton

import QtQuick

QtObject {
    property FontMetrics metrics: FontMetrics {}
    // What was found with the first line of a text holds for the rest of them.
    property real found: 0

    // Keeps a line to the width that suits all lines of its text. `share`: the least that the last may be of the longest;
    // `even`: where it is less, all are made as long as each other. Nothing is done where the text is not `settled`.
    function settle(line: var, words: var, share: real, even: bool): void {
        if (line.number === 0 && words.settled)
            found = suiting(words.text, words.font, line.width, share, even)
        // Whoever lays lines out by hand gets them moved by what their height lacks of the letters' own.
        line.y = line.number * words.lineHeight
        const spare = line.width - found
        if (!words.settled || found <= 0 || spare <= 0)
            return
        line.width = found
        if (words.effectiveHorizontalAlignment === Text.AlignHCenter)
            line.x += spare / 2
        else if (words.effectiveHorizontalAlignment === Text.AlignRight)
            line.x += spare
    }

    // Words that somebody says or wrote, in the quotation marks of the language that is spoken; a quote within them gets
    // its inner ones. English words stay in English marks where the page runs from right to left.
    function quoted(words: string): string {
        const foreign = Theme.rtl && !/[\u0590-\u08ff]/.test(words)
        const [open, close] = (foreign ? "“%1”" : qsTr("“%1”")).split("%1")
        const [first, last] = (foreign ? "‘%1’" : qsTr("‘%1’")).split("%1")
        return open + words.split(open).join(first).split(close).join(last) + close
    }

    // The width, logical pixels, at which a text has no more lines than at `width` and its last is not short;
    // 0 where it is well as it is. Even lines rather end where a sentence does.
    function suiting(text: string, font: font, width: real, share: real, even: bool): real {
        if (text.indexOf(" ") < 0 || text.indexOf("\n") >= 0)
            return 0
        metrics.font = font
        if (metrics.advanceWidth(text) <= width)
            return 0
        const space = metrics.advanceWidth(" ")
        const parts = []
        for (const word of text.split(" ")) {
            // A line may end after a hyphen too.
            word.split(/(?:-)(?=\S)/).forEach((part, at, all) => {
                const whole = at + 1 < all.length ? part + "-" : part
                parts.push({ "width": metrics.advanceWidth(whole), "gap": at > 0 ? 0 : space, "stop": /[.?!:]["”’»]?$/.test(whole) })
            })
        }
        let now = broken(parts, width)
        const count = now.length
        if (count < 2 || now[count - 1].width >= share * longest(now))
            return 0
        let best = 0
        let least = score(now)
        for (;;) {
            const before = longest(now)
            now = broken(parts, before - 0.5)
            if (now.length > count || longest(now) >= before)
                return best
            if (score(now) < least) {
                best = longest(now) + 1
                least = score(now)
            }
            if (!even && now[count - 1].width >= share * longest(now))
                return longest(now) + 1
        }
    }

    // The lines that words fall into: [{width, stop}].
    function broken(parts: var, width: real): var {
        const made = []
        for (const part of parts) {
            const line = made[made.length - 1]
            if (line && line.width + part.gap + part.width <= width) {
                line.width += part.gap + part.width
                line.stop = part.stop
            } else {
                made.push({ "width": part.width, "stop": part.stop })
            }
        }
        return made
    }

    function longest(made: var): real {
        return Math.max(...made.map(line => line.width))
    }

    // How uneven lines are, 0 to 1; less where they end with a sentence.
    function score(made: var): real {
        const stops = made.slice(0, -1).filter(line => line.stop).length
        return 1 - Math.min(...made.map(line => line.width)) / longest(made) - 0.2 * stops
    }
}
