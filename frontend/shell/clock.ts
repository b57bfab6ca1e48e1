/** The server's clock decides what time it is; the browser's may be a day off. */
let offset = 0;

/** Milliseconds since the epoch, by the server's clock as last heard. */
export function serverNow() {
  return Date.now() + offset;
}

/** @param now the server's clock in ISO form, @param tripMs how long the answer took */
export function heardServer(now: string, tripMs: number) {
  offset = Date.parse(now) + tripMs / 2 - Date.now();
}
