// The bar above: which file, and on what screen, in which letters and language the stage shows it.
pragma ComponentBehavior: Bound

import QtQuick
import "../ui"

Rectangle {
    id: bar

    required property var model

    signal ask(string what, string name)

    color: Desk.ink

    Text {
        id: heading

        anchors.verticalCenter: parent.verticalCenter
        x: Desk.px(32)
        text: qsTr("Preview")
        color: Desk.paper
        font.family: Theme.display
        font.pixelSize: Desk.px(32)
        font.weight: Theme.headingWeight
        font.variableAxes: Theme.axes(Theme.headingWeight)
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    DeskText {
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: heading.right
        anchors.leftMargin: Desk.px(22)
        anchors.right: row.left
        anchors.rightMargin: Desk.px(22)
        text: bar.model.file
        color: Desk.sun
        bold: true
        elide: Text.ElideMiddle
        wrapMode: Text.NoWrap
    }

    Row {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        anchors.rightMargin: Desk.px(32)
        spacing: Desk.px(22)

        DeskTabs {
            objectName: "sizes"
            name: qsTr("Screen")
            labels: bar.model.sizes.map(size => size.label)
            chosen: bar.model.sizes.findIndex(size => size.id === bar.model.size)
            onPick: index => bar.ask("size", bar.model.sizes[index].id)
        }

        DeskTabs {
            objectName: "texts"
            name: qsTr("Text size")
            labels: bar.model.texts
            chosen: bar.model.text
            onPick: index => bar.ask("text", String(index))
        }

        DeskTabs {
            objectName: "languages"
            visible: bar.model.languages.length > 1
            name: qsTr("Language")
            labels: bar.model.languages.map(language => language.name)
            chosen: bar.model.languages.findIndex(language => language.code === bar.model.language)
            onPick: index => bar.ask("language", bar.model.languages[index].code)
        }
    }
}
