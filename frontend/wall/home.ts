import { ofBrowser } from './memory';
import { addressOf, displayId } from './screen';
import { isNoWall } from './times';

/** A screen that the desk moved: where its own address leads, and where it was moved to. */
interface Move {
  home: string;
  to: string;
}

const WALL = '/wall/';
let leaving = false;

/** Shows another wall, now and whenever the screen is switched on with its own address. */
export function moveTo(to: string) {
  if (!to.startsWith(WALL)) return;
  const known = move();
  remember({ home: known?.to === location.pathname ? known.home : here(), to });
  leave(addressOf(to));
}

/** Shows again where the screen's own address leads. */
export function moveHome() {
  const home = move()?.home;
  remember(undefined);
  if (home) leave(home);
}

/**
 * Goes where the desk wants this screen.
 *
 * @param to the wall's address; only its name where the address is for this screen alone, and nobody else knows it;
 * undefined where it is right already
 */
export async function followMove(to: string | undefined) {
  if (to === undefined || leaving) return;
  if (to.startsWith(WALL)) return moveTo(to);
  const known = move()?.to;
  if (!known || known === location.pathname) return;
  const answer = await fetch(known, { method: 'HEAD' }).catch(() => undefined);
  if (leaving || !answer) return;
  if (answer.ok && answer.headers.get('X-Raceboard-Wall') === to) {
    remember({ home: here(), to: known });
    leave(addressOf(known));
  }
  // Its link was revoked while the screen was off: it stays where its own address leads.
  else if (isNoWall(answer)) remember(undefined);
}

/** This address opens nothing any more: whoever was moved here goes back to where its own address leads. */
export function leaveForGood() {
  const known = move();
  if (known?.to === location.pathname) {
    remember(undefined);
    leave(known.home);
  }
  if (!leaving) location.reload();
}

function here() {
  return location.pathname + location.search;
}

function leave(address: string) {
  if (new URL(address, location.href).pathname === location.pathname) return;
  leaving = true;
  location.replace(address);
}

/** Of each window: two of one browser may have been moved to two walls. */
function place() {
  return `raceboard.wall.move.${displayId()}`;
}

function move() {
  return ofBrowser.recallJson<Move>(place());
}

function remember(known: Move | undefined) {
  ofBrowser.keep(place(), known && JSON.stringify(known));
}
