/**
 * The server's clock decides what time it is; the browser's may be a day off, and may be set while the page is open. So
 * between two answers of the server time is counted by a clock that nobody can set.
 */
let start = Date.now() - performance.now();

/** Milliseconds since the epoch, by the server's clock as last heard. */
export function serverNow() {
  return start + performance.now();
}

/** @param now the server's clock in ISO form, @param tripMs how long the answer took, @param at when it came */
export function heardServer(now: string, tripMs: number, at = performance.now()) {
  start = Date.parse(now) + tripMs / 2 - at;
}

/** Milliseconds by which the browser's clock is ahead of the server's. */
export function clockOffset() {
  return Date.now() - serverNow();
}

/** Until the server is heard: its clock, from what the browser's was off the last time. */
export function assumeOffset(offset: number) {
  start = Date.now() - offset - performance.now();
}
