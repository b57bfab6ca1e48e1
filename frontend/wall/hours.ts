import { serverNow } from '../shell/clock';
import { on, wall, zone } from './times';

/** A key brings light for this long. */
const AWAKE_MS = 60_000;
let awakeUntil = 0;
let forced: string | undefined;

/** Day, night or off, on the wall's own clock: it knows of summer time what the browser's calendar knows. */
function look() {
  const now = minutes();
  const hours = forced ?? (inside(wall.dataset.off, now) && performance.now() > awakeUntil ? 'off'
    : inside(wall.dataset.night, now) ? 'night' : 'day');
  const root = document.documentElement;
  root.dataset.hours = hours;
  root.dataset.theme = hours === 'day' ? wall.dataset.theme : 'dark';
}

function minutes() {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone(), hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .formatToParts(serverNow());
  const part = (type: string) => Number(parts.find((p) => p.type === type)!.value);
  return part('hour') * 60 + part('minute');
}

function inside(span: string | undefined, now: number) {
  if (!span) return false;
  const [from, to] = span.split('-').map((t) => Number(t.slice(0, 2)) * 60 + Number(t.slice(3)));
  return from < to ? now >= from && now < to : now >= from || now < to;
}

/** Somebody stands before it. */
export function wake() {
  awakeUntil = performance.now() + AWAKE_MS;
  look();
}

/** Dims by hand, and back. */
export function toggleNight() {
  forced = document.documentElement.dataset.hours === 'night' ? undefined : 'night';
  look();
}

on('minute', look);
on('heard', look);
on('shown', look);
look();
