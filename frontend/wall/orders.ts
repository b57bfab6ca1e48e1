import { moveHome, moveTo } from './home';
import { clamp } from './fit';
import { wake } from './hours';
import { displayName } from './line';
import { ofWindow } from './memory';
import { goTo, pause } from './rotation';
import { ms, wall } from './times';

/** A command from the desk; numbers grow. */
export interface Order {
  number: number;
  what: string;
  text?: string;
}

const KEY = 'raceboard.wall.done';
const NAME_MS = 10_000;
const MESSAGE_MS = 300_000;
/** How large a note is, as a multiple of the smallest text. */
const NOTE_SIZES = [1.4, 1.2, 1];

let newest = Number(ofWindow.recall(KEY) ?? 0);

/** Number of the newest order carried out. */
export function done() {
  return newest;
}

export function obey(orders: Order[]) {
  for (const order of orders.sort((a, b) => a.number - b.number)) {
    if (order.number <= newest) continue;
    newest = order.number;
    // Before it is carried out: a reload must not be repeated after itself.
    ofWindow.keep(KEY, String(newest));
    carryOut(order);
  }
}

function carryOut({ what, text = '' }: Order) {
  switch (what) {
    case 'identify': return identify(text);
    case 'note': return note(text);
    case 'goto': return goTo(text);
    case 'pause': return pause(true);
    case 'resume': return pause(false);
    case 'reload': return location.reload();
    case 'move': return moveTo(text);
    case 'home': return moveHome();
  }
}

let nameTimer = 0;
function identify(text: string) {
  const place = wall.querySelector<HTMLElement>('.wall-name')!;
  place.textContent = text || displayName() || place.dataset.unnamed!;
  place.hidden = false;
  // Also in hours in which the wall is dark: who asks stands before it.
  wake();
  clearTimeout(nameTimer);
  nameTimer = window.setTimeout(() => (place.hidden = true), ms(NAME_MS));
}

let noteTimer = 0;
function note(text: string) {
  const place = wall.querySelector<HTMLElement>('.wall-message')!;
  clearTimeout(noteTimer);
  place.hidden = text === '';
  const said = document.createElement('p');
  said.textContent = text;
  place.replaceChildren(said);
  if (text) {
    wake(MESSAGE_MS);
    fitNote(said);
  }
  noteTimer = window.setTimeout(() => (place.hidden = true), ms(MESSAGE_MS));
}

/** Never smaller than people can read: what does not fit is left out, and said to be. */
function fitNote(said: HTMLElement) {
  for (const size of NOTE_SIZES) {
    said.style.setProperty('--size', String(size));
    if (said.scrollHeight <= said.clientHeight + 1) return;
  }
  clamp(said);
}
