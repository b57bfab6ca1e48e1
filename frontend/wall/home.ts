import { addressOf } from './screen';
import { isNoWall } from './times';

/** A screen that the desk moved: where its own address leads, and where it was moved to. */
interface Move {
  home: string;
  to: string;
}

const KEY = 'raceboard.wall.moved';
let leaving = false;

/** Shows another wall, now and whenever the screen is switched on with its own address. */
export function moveTo(to: string) {
  if (!to.startsWith('/wall/')) return;
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
 * @param to the wall's address; empty where only this screen knows it; undefined where it is right already
 */
export async function followMove(to: string | undefined) {
  if (to === undefined || leaving) return;
  if (to) return moveTo(to);
  const known = move()?.to;
  if (!known || known === location.pathname) return;
  const answer = await fetch(known, { method: 'HEAD' }).catch(() => undefined);
  if (leaving || !answer) return;
  if (answer.ok) {
    remember({ home: here(), to: known });
    leave(addressOf(known));
  }
  // Its link was revoked while the screen was off: it stays where its own address leads.
  else if (isNoWall(answer)) remember(undefined);
}

/** This address opens nothing any more: whoever was moved here goes back to where its own address leads. */
export function leaveForGood() {
  const known = move();
  if (known?.to !== location.pathname) return location.reload();
  remember(undefined);
  leave(known.home);
}

function here() {
  return location.pathname + location.search;
}

function leave(address: string) {
  if (new URL(address, location.href).pathname === location.pathname) return;
  leaving = true;
  location.replace(address);
}

function move(): Move | undefined {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(known: Move | undefined) {
  try {
    if (known) localStorage.setItem(KEY, JSON.stringify(known));
    else localStorage.removeItem(KEY);
  } catch { /* Then it is moved for now. */ }
}
