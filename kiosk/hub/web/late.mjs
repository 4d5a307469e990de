// A part of the page never came, and nothing said so: begin afresh. It stands alone, so that nothing else holds it up.

const LATE = 20000

setTimeout(() => "phase" in document.documentElement.dataset || location.reload(), LATE)
