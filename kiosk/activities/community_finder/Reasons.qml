// A few reasons under a heading: an icon, perhaps the wish it is about, and what is so.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Paper {
    id: reasons

    // {title, none?, lines: [{icon, say, text}]}.
    required property var told
    readonly property var lines: told.lines.length > 0 ? told.lines : [{ "icon": "sun", "say": "", "text": told.none }]

    implicitHeight: column.height + 56
    depth: "low"

    Column {
        id: column

        x: 30
        y: 26
        width: parent.width - 60
        spacing: 20

        Label {
            width: parent.width
            text: reasons.told.title
            color: Theme.accent
            Accessible.role: Accessible.Heading
        }

        Repeater {
            model: reasons.lines

            Item {
                id: reason

                required property var modelData

                width: column.width
                height: Math.max(icon.height, words.height)

                IconImage {
                    id: icon

                    y: 2
                    name: reason.modelData.icon
                    size: 40
                    weight: 5
                    color: Theme.accent
                }

                Column {
                    id: words

                    x: icon.width + 18
                    width: parent.width - x
                    spacing: 4

                    Speech {
                        width: parent.width
                        visible: text !== ""
                        text: reason.modelData.say === "" ? "" : Typesetting.quoted(reason.modelData.say)
                        size: 28
                    }

                    Body {
                        width: parent.width
                        text: reason.modelData.text
                        size: Theme.sizeMeta
                        leading: 1.26
                        color: reason.modelData.say === "" ? Theme.ink : Theme.inkSoft
                    }
                }
            }
        }
    }
}
