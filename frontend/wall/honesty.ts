import '../shell/ages';
import { serverNow } from '../shell/clock';
import { fitSoon } from './fit';
import { on, wall } from './times';

/** The numbers that were given up, to be put back should their time not have come after all. */
const kept = new WeakMap<Element, Node[]>();

/**
 * Moves every figure on with the time: as it should be, then greyed with its age, then without its number. The server
 * does the same when it makes a version; this goes on where no version comes any more.
 */
export function honest() {
  const today = new Date(serverNow()).toISOString().slice(0, 10);
  let moved = false;
  wall.querySelectorAll<HTMLElement>('[data-gone]').forEach((figure) => {
    const state = today > figure.dataset.gone! ? 'gone' : today > figure.dataset.due! ? 'due' : 'fresh';
    moved ||= figure.dataset.state !== state;
    figure.dataset.state = state;
    figure.querySelectorAll<HTMLElement>('.current').forEach((part) => {
      if (state === 'gone' && part.hasChildNodes()) {
        kept.set(part, [...part.childNodes]);
        part.replaceChildren();
      } else if (state !== 'gone' && !part.hasChildNodes() && kept.has(part)) {
        part.replaceChildren(...kept.get(part)!);
      }
    });
  });
  document.dispatchEvent(new Event('page-shown'));
  if (moved) fitSoon();
}

on('minute', honest);
