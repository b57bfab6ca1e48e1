import { clockOffset, serverNow } from '../shell/clock';
import { isHeard, lastHeard, silence } from './line';
import { on, wall, zone } from './times';

/** After this long without a sign, "reconnecting" becomes "offline". */
const OFFLINE_MS = 30_000;
const SKEW_MS = 60_000;

const first = lastHeard();
let dataOf = first ?? serverNow();
/** A page that starts without the server says since when it is really gone. */
let since = dataOf;
let was: string | undefined;

/** The one place where a wall says whether it is live, and how old what it shows is. It trusts nothing but answers. */
function show() {
  const place = wall.querySelector<HTMLElement>('.bar-state');
  if (!place) return;
  const heard = isHeard();
  if (heard) dataOf = serverNow();
  const state = heard ? 'live' : silence() > OFFLINE_MS || !navigator.onLine ? 'offline' : 'reconnecting';
  if (state !== 'live' && was === 'live') since = serverNow();
  was = state;
  document.documentElement.dataset.state = state;
  const skewed = heard && Math.abs(clockOffset()) > SKEW_MS;
  const text = (place.getAttribute(`data-${state}`) ?? state)
    .replace('{data}', clock(dataOf)).replace('{since}', clock(since)) + (skewed ? ` · ${place.dataset.skewed}` : '');
  if (place.textContent !== text) place.textContent = text;
  place.dataset.state = state;
  const time = wall.querySelector<HTMLElement>('.bar-clock')!;
  const now = clock(serverNow());
  if (time.textContent !== now) time.textContent = now;
}

/** Hours and minutes on the wall's own clock; with the day where it is not today's. */
export function clock(moment: number) {
  const timeZone = zone();
  const day = (t: number) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(t);
  return new Intl.DateTimeFormat(wall.lang, {
    timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
    ...(day(moment) !== day(serverNow()) ? { day: 'numeric', month: 'short' } : {}),
  }).format(moment);
}

on('heard', show);
on('shown', show);
setInterval(show, 1_000);
show();
