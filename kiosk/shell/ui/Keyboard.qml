// An on-screen keyboard for short words. Emits typed(letters), erased() and finished(); the screen keeps the text
// (see TextEntry). `capital` starts with a capital and turns itself off after one letter.
pragma ComponentBehavior: Bound

import QtQuick

Paper {
    id: keyboard

    property bool capital: true
    property bool figures: false
    // False for an address or a code: no capitals, no figures to turn to and no space, every key there is in sight.
    property bool prose: true
    // Whether what was typed can be done with.
    property bool ready: true
    property string doneWord: qsTr("Done")
    property string spaceWord: qsTr("space")
    property string shiftWord: qsTr("Capital letter")
    property string eraseWord: qsTr("Delete the last letter")
    property string figuresWord: qsTr("123")
    property string lettersWord: qsTr("abc")
    // Rows of at most ten keys each; another language has letters of its own, perhaps in more rows, perhaps without capitals.
    property var letterRows: qsTr("qwertyuiop asdfghjkl zxcvbnm,.?").split(" ")
    property var figureRows: ["1234567890", "-/:;()£&@", "\"’!%+*=,.?"]
    readonly property var rows: figures ? figureRows : letterRows
    readonly property real gap: 12
    readonly property real keyWidth: (width - 2 * 32 - 9 * gap) / 10
    property real keyHeight: Theme.portrait ? 104 : letterRows.length > 4 ? 80 : 92
    readonly property bool cased: prose && letterRows.some(row => row.toUpperCase() !== row)

    signal typed(string letters)
    signal erased
    signal finished

    implicitWidth: Theme.portrait ? 1040 : 1500
    // As high for figures as for letters: what is typed stays where it was.
    implicitHeight: (letterRows.length + 1) * (keyHeight + gap) - gap + 60
    color: Theme.paper
    radius: Theme.radiusBubble
    depth: "sheet"
    Accessible.role: Accessible.Pane

    function press(letter: string): void {
        typed(capital && prose && !figures ? letter.toUpperCase() : letter)
        capital = false
    }

    Column {
        x: 32
        y: keyboard.height - height - 32
        spacing: keyboard.gap

        Repeater {
            model: keyboard.rows

            Row {
                id: line

                required property string modelData

                spacing: keyboard.gap
                leftPadding: (10 - modelData.length) * (keyboard.keyWidth + keyboard.gap) / 2
                rightPadding: leftPadding

                Repeater {
                    model: line.modelData.split("")

                    PadKey {
                        required property string modelData

                        width: keyboard.keyWidth
                        height: keyboard.keyHeight
                        text: keyboard.capital && keyboard.prose && !keyboard.figures ? modelData.toUpperCase() : modelData
                        size: 36
                        onActivated: keyboard.press(modelData)
                    }
                }
            }
        }

        Row {
            spacing: keyboard.gap

            PadKey {
                width: keyboard.keyWidth
                height: keyboard.keyHeight
                visible: keyboard.cased
                text: keyboard.shiftWord
                icon: "shift"
                held: keyboard.capital
                enabled: !keyboard.figures
                onActivated: keyboard.capital = !keyboard.capital
            }

            PadKey {
                width: keyboard.keyWidth
                height: keyboard.keyHeight
                visible: keyboard.prose
                text: keyboard.figures ? keyboard.lettersWord : keyboard.figuresWord
                onActivated: keyboard.figures = !keyboard.figures
            }

            PadKey {
                width: keyboard.keyWidth * (keyboard.cased ? 5 : 6) + keyboard.gap * (keyboard.cased ? 4 : 5)
                height: keyboard.keyHeight
                visible: keyboard.prose
                text: keyboard.spaceWord
                onActivated: keyboard.typed(" ")
            }

            PadKey {
                width: keyboard.prose ? keyboard.keyWidth : keyboard.keyWidth * 5 + keyboard.gap * 4
                height: keyboard.keyHeight
                text: keyboard.eraseWord
                icon: "backspace"
                onActivated: keyboard.erased()
            }

            PadKey {
                width: keyboard.keyWidth * (keyboard.prose ? 2 : 5) + keyboard.gap * (keyboard.prose ? 1 : 4)
                height: keyboard.keyHeight
                enabled: keyboard.ready
                text: keyboard.doneWord
                held: true
                onActivated: keyboard.finished()
            }
        }
    }
}
