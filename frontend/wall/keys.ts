import { toggleNight, wake } from './hours';
import { goTo, isPaused, pause, step } from './rotation';
import { ms, wall } from './times';

const CURSOR_MS = 3_000;
const MENU_MS = 10_000;

let cursorTimer = 0;
let menuTimer = 0;

function showCursor() {
  document.documentElement.dataset.cursor = '';
  clearTimeout(cursorTimer);
  cursorTimer = window.setTimeout(() => delete document.documentElement.dataset.cursor, CURSOR_MS);
}

function showMenu() {
  const menu = wall.querySelector<HTMLElement>('.wall-menu')!;
  menu.hidden = false;
  clearTimeout(menuTimer);
  menuTimer = window.setTimeout(() => (menu.hidden = true), ms(MENU_MS));
}

function hideMenu() {
  wall.querySelector<HTMLElement>('.wall-menu')!.hidden = true;
}

document.addEventListener('pointermove', () => {
  showCursor();
  wake();
});
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  wake();
  if (event.key === 'Escape') return hideMenu();
  showMenu();
  // Also with the shift or the lock key held.
  const letter = event.key.toLowerCase();
  if (event.key === 'ArrowRight' || event.key === 'PageDown') step(1);
  else if (event.key === 'ArrowLeft' || event.key === 'PageUp') step(-1);
  else if (event.key === ' ' || letter === 'p') pause(!isPaused());
  else if (/^[1-9]$/.test(event.key)) goTo(event.key);
  else if (letter === 'n') toggleNight();
  else if (letter === 'f') {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => undefined);
  } else return;
  event.preventDefault();
});
showCursor();
