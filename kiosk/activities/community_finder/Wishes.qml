// What a person wishes for, in their own words, a line each.
pragma ComponentBehavior: Bound

import QtQuick
import "../../shell/ui"

Column {
    id: wishes

    required property var words
    property int size: 30

    spacing: 14

    Repeater {
        model: wishes.words

        Item {
            id: wish

            required property string modelData

            width: wishes.width
            height: Math.max(icon.height, said.implicitHeight)

            IconImage {
                id: icon

                y: 2
                name: "speech"
                size: 34
                weight: 5
                color: Theme.accent
            }

            Speech {
                id: said

                x: icon.width + 18
                width: parent.width - x
                text: Typesetting.quoted(wish.modelData)
                size: wishes.size
            }
        }
    }
}
