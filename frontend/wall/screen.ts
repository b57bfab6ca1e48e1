import { ofBrowser, ofWindow } from './memory';
import { asked, key } from './times';

/** The server takes letters, digits and hyphens, and no more than this. */
const LONGEST = 40;
const KEY = 'raceboard.display';

/** One for each time that the page is loaded: two windows of one browser would otherwise be one screen to the server. */
export const pageId = unguessable();

/** What this screen calls itself: as its address says, or made up at its first start and kept by its browser. */
const base = (() => {
  // A wall that is being edited is shown in its editor's browser, which is no screen.
  if (key.startsWith('draft-')) return `preview-${unguessable()}`;
  const own = clean(asked.get('display')) || clean(ofBrowser.recall(KEY)) || unguessable();
  ofBrowser.keep(KEY, own);
  return own;
})();

const NUMBER = 'raceboard.display.number';
/** Kept by the window: with the next load it must not take the name of the one beside it. */
let number = Number(ofWindow.recall(NUMBER) ?? 1);

export function displayId() {
  return number === 1 ? base : `${base.slice(0, LONGEST - 4)}-${number}`;
}

/** Another window has this name and keeps it. */
export function nextDisplayId() {
  number++;
  ofWindow.keep(NUMBER, String(number));
}

/** Where the address names the screen, it does so at every wall. */
export function addressOf(path: string) {
  const given = asked.get('display');
  return given ? `${path}?display=${encodeURIComponent(given)}` : path;
}

function clean(text: string | null | undefined) {
  return (text ?? '').replace(/[^A-Za-z0-9-]/g, '').slice(0, LONGEST);
}

/** Also where the page came over plain HTTP, and there is no `randomUUID`. */
function unguessable() {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('');
}
