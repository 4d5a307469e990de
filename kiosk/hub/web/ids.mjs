// Ids made here: of version 7, so that they sort by when they were made. `crypto.randomUUID` is not there without a
// certificate; `getRandomValues` always is.

function hex(bytes) {
    return Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("")
}

export function uuid7(now = Date.now()) {
    const bytes = crypto.getRandomValues(new Uint8Array(16))
    for (let i = 5, rest = now; i >= 0; i--, rest = Math.floor(rest / 256))
        bytes[i] = rest % 256
    bytes[6] = (bytes[6] & 0x0f) | 0x70
    bytes[8] = (bytes[8] & 0x3f) | 0x80
    return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}

// 32 hex digits that nobody can guess.
export function secret() {
    return hex(crypto.getRandomValues(new Uint8Array(16)))
}
