// Short words on or beside a control: one bold line unless a width makes it wrap.
import QtQuick

Body {
    size: Theme.sizeLabel
    bold: true
    leading: 1.2
}
