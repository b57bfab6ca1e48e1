import { silence } from './line';
import { currentSlide } from './rotation';
import { on } from './times';

/** Without a sign of the server for this long a wall loads itself anew. */
const DEAD_MS = 120_000;
/** A visible page paints a frame every few milliseconds; none for this long means that nothing is painted any more. */
const PAINT_MS = 30_000;
const LOOK_MS = 5_000;
/** Half of what browsers on small machines can have. */
const MEMORY_BYTES = 400 * 1024 * 1024;
/** A rotation may be paused: then a new version is not waited with for ever. */
const VERSION_MS = 300_000;

/** What this page was built with; the server says what it would build now. */
const build = document.documentElement.dataset.build;
let wanted: string | undefined;
let wantedSince = 0;
let lastFrame = performance.now();
let lastLook = performance.now();

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
  lastFrame = performance.now();
  // Not every frame: asking for each would keep the machine busy for nothing.
  setTimeout(() => requestAnimationFrame(frame), 1_000);
}

function look() {
  const now = performance.now();
  // The machine slept, or the page was frozen: nothing was late that could have come.
  if (now - lastLook > 4 * LOOK_MS) lastFrame = now;
  lastLook = now;
  const visible = document.visibilityState === 'visible';
  if (!visible) lastFrame = now;
  if (silence() > DEAD_MS) reload('connection');
  else if (visible && now - lastFrame > PAINT_MS) reload('paint: no frame');
  else if (visible && !isPainted()) reload('paint: empty');
  else if (wanted && now - wantedSince > VERSION_MS) reload('version');
}

/** Whether the slide that should be seen has a size and something in it. */
let emptySince = 0;
function isPainted() {
  const slide = currentSlide();
  const there = slide && slide.offsetWidth > 0 && slide.offsetHeight > 0 && slide.textContent!.trim() !== '';
  if (there) emptySince = 0;
  else emptySince ||= performance.now();
  return there || performance.now() - emptySince < 10_000;
}

function reload(why: string) {
  window.wallGuard.reload(why);
}

on('boundary', () => {
  if (wanted) reload('version');
  else if (usedMemory() > MEMORY_BYTES) reload('memory');
});
requestAnimationFrame(frame);
setInterval(look, LOOK_MS);
