import { serverNow } from '../shell/clock';
import { on, wall, zone } from './times';

/** A key brings light for this long. */
const AWAKE_MS = 60_000;
let awakeUntil = 0;
/** What a key asks for until the hours themselves bring something else. */
let forced: string | undefined;
let planned: string | undefined;

/** Day, night or off, on the wall's own clock: it knows of summer time what the browser's calendar knows. */
function look() {
  const now = minutes();
  const plan = inside(wall.dataset.off, now) ? 'off' : inside(wall.dataset.night, now) ? 'night' : 'day';
  if (plan !== planned) forced = undefined;
  planned = plan;
  const lit = forced ?? (inside(wall.dataset.night, now) ? 'night' : 'day');
  const hours = plan === 'off' && performance.now() > awakeUntil ? 'off' : lit;
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

/** Somebody stands before it, or the desk has something to say. */
export function wake(forMs = AWAKE_MS) {
  awakeUntil = Math.max(awakeUntil, performance.now() + forMs);
  look();
}

/** Whether nothing is shown at all in these hours. */
export function isDark() {
  return document.documentElement.dataset.hours === 'off';
}

/** Dims by hand, or brightens what the hours have dimmed. */
export function toggleNight() {
  forced = document.documentElement.dataset.hours === 'night' ? 'day' : 'night';
  look();
}

on('minute', look);
on('heard', look);
on('shown', look);
look();
