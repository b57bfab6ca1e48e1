import { silence } from './line';
import { currentSlide, isPaused } from './rotation';
import { ms, on, wall } from './times';

/** Without a sign of the server for this long a wall loads itself anew. */
const DEAD_MS = 120_000;
const LOOK_MS = 5_000;
/**
 * A visible page paints a frame every few milliseconds; none between so many looks means that nothing is painted any
 * more. Looks, not seconds: a machine that slept, a page that was frozen and a clock that jumps are late with both.
 */
const LOOKS_WITHOUT_FRAME = 6;
/** Half of what browsers on small machines can have. */
const MEMORY_BYTES = 400 * 1024 * 1024;
/** A slide may stay long: then a new version is not waited with until it goes. */
const VERSION_MS = 300_000;

/** What this page was built with; the server says what it would build now. */
const build = document.documentElement.dataset.build;
let wanted: string | undefined;
let wantedSince = 0;
let looksSinceFrame = 0;

/** The server's own version of the page. */
export function serverBuild(current: string) {
  if (current === build) {
    wanted = undefined;
  } else if (wanted !== current) {
    wanted = current;
    wantedSince = performance.now();
  }
}

export function usedMemory() {
  return (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0;
}

function frame() {
  looksSinceFrame = 0;
  // Not every frame: asking for each would keep the machine busy for nothing.
  setTimeout(() => requestAnimationFrame(frame), 1_000);
}

function look() {
  const visible = document.visibilityState === 'visible';
  looksSinceFrame = visible ? looksSinceFrame + 1 : 0;
  if (silence() > DEAD_MS) reload('connection');
  else if (looksSinceFrame > LOOKS_WITHOUT_FRAME) reload('paint: no frame');
  else if (visible && !isPainted()) reload('paint: empty');
  else if (wanted && performance.now() - wantedSince > VERSION_MS) reload('version');
  // A slide that stays where it is never goes; it is there again after the reload, and so is the pause.
  else if (isPaused()) atBoundary();
}

/** Whether the slide that should be seen has a size and something in it. */
let emptySince = 0;
function isPainted() {
  const slide = currentSlide();
  const there = slide && slide.offsetWidth > 0 && slide.offsetHeight > 0 && slide.textContent!.trim() !== ''
    && [...slide.querySelectorAll<HTMLElement>('race-chart')].every(isDrawn);
  if (there) emptySince = 0;
  else emptySince ||= performance.now();
  return there || performance.now() - emptySince < 10_000;
}

/** Also one that has no room, and one that waits for data which did not come: loading the page brings none of both. */
function isDrawn(chart: HTMLElement) {
  return chart.offsetHeight === 0 || chart.hasAttribute('late') || (chart.hasAttribute('drawn') && !chart.hasAttribute('broken'));
}

function reload(why: string) {
  window.wallGuard.reload(why);
}

/** Screens that began together do not all come back in one moment. */
const spread = 1 + Math.random() / 5;

/** Nothing is wrong with the page, but browsers gather memory of their own over weeks. */
function isOld() {
  const age = Number(document.documentElement.dataset.renew) * spread;
  return age > 0 && performance.now() > ms(age);
}

/** What is kept as it is, as the menu, speaks the language that the wall had when the page was loaded. */
const language = wall.lang;

function atBoundary() {
  if (wanted) reload('version');
  else if (usedMemory() > MEMORY_BYTES) reload('memory');
  else if (isOld() || wall.lang !== language) window.wallGuard.renew();
}

on('boundary', atBoundary);
requestAnimationFrame(frame);
setInterval(look, LOOK_MS);
