// Where the browser trusts this page (by certificate, or on the hub's own machine), it is kept on this device so that it
// starts without the hub. Elsewhere it is loaded each time, and goes on without the hub once it is loaded.

const AGAIN = 30000

export async function install() {
    if (!isSecureContext || !navigator.serviceWorker)
        return
    await navigator.storage?.persist?.().catch(() => {})
    while (!(await navigator.serviceWorker.getRegistration())?.active) {
        await navigator.serviceWorker.register("/worker.mjs").catch(() => {})
        await new Promise(resolve => setTimeout(resolve, AGAIN))
    }
}
