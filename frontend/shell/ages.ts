import { serverNow } from './clock';

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * 86_400],
  ['month', 30.44 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "3 days ago" for a moment in ISO form, in the language of the page. */
export function age(moment: string, now = serverNow()) {
  const seconds = (Date.parse(moment) - now) / 1000;
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' });
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60];
  return words.format(Math.trunc(seconds / length), unit);
}

function tick() {
  document.querySelectorAll<HTMLTimeElement>('time[data-age]').forEach((time) => {
    const text = age(time.dateTime);
    if (time.textContent !== text) time.textContent = text;
    time.title = time.dateTime.replace('T', ' ').replace('Z', ' UTC');
  });
}

setInterval(tick, 30_000);
document.addEventListener('page-shown', tick);
document.addEventListener('server-heard', tick, { once: true });
