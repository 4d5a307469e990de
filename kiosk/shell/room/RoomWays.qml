// The way that this talk went, beside those before: all of it as threads, and one moment at a time in words.
import QtQuick
import "../ui"

ActivityScreen {
    id: ways

    readonly property var props: view.props
    readonly property var before: view.before
    readonly property bool tall: Theme.portrait
    readonly property bool few: before.walks === 0
    // The words stand beside the threads instead of below them: there are many.
    readonly property bool aside: tall && (!few || Theme.textFactor > 1.3)
    // As threads.js draws them, and what each is called for those who hear it.
    required property var columns
    required property var names
    // How much of a wide page a moment takes beside endings in two rows.
    property real share: 0.58
    // The words of the moment that is `current`.
    required property Component moment
    // Said below the heading: to the first, and to all others.
    required property string firstWords
    required property string words
    readonly property var endings: props.endings.map(one => ({
        "id": one.id, "title": one.title, "own": one.id === props.ending, "count": before.reached[one.id] || 0
    }))
    readonly property var shownEndings: few ? endings.filter(one => one.own) : endings.filter(one => one.own || one.count > 0)
    // The moment that is told in words.
    property int current: 0

    primary: "reflect"

    Hills { kind: "story"; groundColor: Theme.zone.tint; farColor: Theme.zone.hill }

    Scroller {
        id: page

        x: ways.tall ? 60 : 72
        y: ways.tall ? 44 : 30
        width: parent.width - 2 * x
        height: parent.height - y - 12
        spacing: ways.tall ? 24 : 18

        Column {
            id: above

            width: parent.width
            spacing: 8

            Heading {
                width: parent.width
                text: ways.props.heading
                size: Theme.highContrast ? 50 : 56
            }

            Body {
                width: parent.width
                text: ways.few ? ways.firstWords : ways.words
                size: Theme.highContrast ? Theme.sizeMeta : 30
                leading: 1.24
            }
        }

        Item {
            id: both

            readonly property real beside: led.y + led.height
            readonly property bool long: above.height + page.spacing + beside > page.height

            width: parent.width
            height: Math.max(sheet.height, beside) + 20

            Paper {
                id: sheet

                // What the words below it leave.
                readonly property real spare: page.height - above.height - page.spacing - told.height - 62

                width: ways.aside ? 430 : parent.width
                height: ways.aside ? page.height - above.height - page.spacing - (both.long ? page.buttonHeight + 40 : 40) : Math.max(spare, ways.few || Theme.textFactor > 1.3 ? 420 : 330)
                radius: Theme.radiusBubble
                color: Theme.card

                Threads {
                    x: ways.tall ? 12 : 24
                    y: ways.tall ? 24 : 18
                    width: sheet.width - 2 * x
                    height: sheet.height - 2 * y
                    upright: ways.tall
                    lead: 24 - Theme.outline
                    brim: (ways.tall ? 12 : 18) - Theme.outline
                    columns: ways.columns
                    endings: ways.endings
                    walks: ways.before.walks
                    current: ways.current
                    names: ways.names
                    onPicked: index => ways.current = index
                }
            }

            Paper {
                id: told

                x: ways.aside ? sheet.width + 24 : 0
                y: ways.aside ? 0 : sheet.height + 26
                width: ways.aside ? parent.width - x : parent.width * (inLed.twoUp ? ways.share : ways.tall ? 0.56 : 0.66)
                height: ways.aside ? inMoment.height + 52 : Math.max(inMoment.height, inLed.height) + 48
                radius: Theme.radiusBubble
                color: Theme.paper

                Loader {
                    id: inMoment

                    x: ways.tall ? 30 : 36
                    y: 24
                    width: told.width - 2 * x
                    sourceComponent: ways.moment
                }
            }

            Paper {
                id: led

                x: ways.aside ? told.x : told.width + 24
                y: ways.aside ? told.height + 28 : told.y
                width: ways.aside ? told.width : parent.width - x
                height: ways.aside ? inLed.height + 52 : told.height
                radius: Theme.radiusBubble
                color: Theme.paper

                WaysEnds {
                    id: inLed

                    x: inMoment.x
                    y: 24
                    width: led.width - 2 * x
                    endings: ways.shownEndings
                    twoUp: !ways.tall && endings.length > 4 && Theme.textFactor < 1.2
                    walks: ways.before.walks
                    all: ways.endings.length
                }
            }
        }
    }
}
