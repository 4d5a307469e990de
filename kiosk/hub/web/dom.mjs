// A page is a function of what there is to show: `h` says what should stand there, `draw` brings the document to it and
// touches only what differs, so that focus, scrolling and what moves stay as they are.

const SVG = "http://www.w3.org/2000/svg"
const LIVE = new Set(["value", "checked", "disabled", "hidden", "muted", "currentTime"])

// `name` is a tag with classes, "button.choice.on". `given`: `key` tells siblings apart, `on` are listeners, `style` are
// properties (those of CSS too), `once` is called with a new element; all else are attributes.
export function h(name, given, ...children) {
    const [tag, ...classes] = name.split(".")
    const plain = given && (typeof given !== "object" || Array.isArray(given) || given.tag) ? null : given
    const below = plain === given ? children : [given, ...children]
    const { key, on, style, once, class: more, ...attributes } = plain || {}
    if (more)
        classes.push(more)
    if (classes.length)
        attributes.class = classes.join(" ")
    return { tag, key, on, style, once, attributes, children: below.flat(Infinity).filter(one => one !== null && one !== undefined && one !== false && one !== "").map(one => (typeof one === "object" ? one : String(one))) }
}

// Brings the children of an element to what they should be.
export function draw(element, nodes) {
    match(element, [nodes].flat(Infinity).filter(Boolean), element.namespaceURI === SVG)
}

function match(element, nodes, svg) {
    const keyed = new Map()
    const loose = []
    for (const child of element.childNodes) {
        const was = child.said
        if (was && typeof was === "object" && was.key !== undefined)
            keyed.set(was.tag + " " + was.key, child)
        else
            loose.push(child)
    }
    let at = element.firstChild
    const kept = new Set()
    for (const node of nodes) {
        let child
        if (typeof node === "object" && node.key !== undefined) {
            child = keyed.get(node.tag + " " + node.key)
        } else {
            const i = loose.findIndex(one => fits(one, node))
            child = i < 0 ? undefined : loose.splice(0, i + 1)[i]
        }
        child = child && !kept.has(child) ? child : made(node, svg)
        kept.add(child)
        if (child !== at)
            element.insertBefore(child, at)
        else
            at = at.nextSibling
        update(child, node, svg)
    }
    for (const child of [...element.childNodes]) {
        if (!kept.has(child))
            child.remove()
    }
}

function fits(child, node) {
    return typeof node === "string" ? child.nodeType === 3 : child.nodeType === 1 && child.said && child.said.tag === node.tag
}

function made(node, svg) {
    if (typeof node === "string")
        return document.createTextNode(node)
    const element = svg || node.tag === "svg" ? document.createElementNS(SVG, node.tag) : document.createElement(node.tag)
    element.said = { tag: node.tag, attributes: {}, fresh: true }
    return element
}

function update(element, node, svg) {
    if (typeof node === "string") {
        if (element.nodeValue !== node)
            element.nodeValue = node
        return
    }
    const was = element.said
    for (const name of Object.keys(was.attributes)) {
        if (!(name in node.attributes))
            LIVE.has(name) ? (element[name] = false) : element.removeAttribute(name)
    }
    for (const [name, value] of Object.entries(node.attributes)) {
        if (LIVE.has(name)) {
            if (element[name] !== value)
                element[name] = value
        } else if (was.attributes[name] !== value) {
            value === false || value === null || value === undefined ? element.removeAttribute(name) : element.setAttribute(name, value === true ? "" : value)
        }
    }
    for (const name of Object.keys(was.style || {})) {
        if (!(name in (node.style || {})))
            element.style.removeProperty(name)
    }
    for (const [name, value] of Object.entries(node.style || {})) {
        if (!was.style || was.style[name] !== value)
            element.style.setProperty(name, value)
    }
    listen(element, node.on)
    const fresh = was.fresh
    element.said = { tag: node.tag, key: node.key, attributes: node.attributes, style: node.style }
    match(element, node.children, svg || node.tag === "svg")
    if (fresh && node.once)
        node.once(element)
}

function listen(element, on) {
    const heard = (element.heard ||= {})
    for (const type of Object.keys(on || {})) {
        if (!(type in heard))
            element.addEventListener(type, event => element.heard[type] && element.heard[type](event))
    }
    for (const type of Object.keys(heard))
        heard[type] = undefined
    Object.assign(heard, on)
}
