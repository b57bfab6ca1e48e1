const KEY = 'raceboard.starts';
/** This many starts within this time are too many; then the next one waits. */
const STARTS = 4;
const WITHIN_MS = 30_000;

/**
 * Resolves when the framework may start. It reloads the page when something goes wrong on the server; where that goes
 * wrong every time, the page must not reload without end. What the first HTML says stays readable meanwhile.
 */
export async function calm() {
  // Who goes from page to page, or types a password wrong, is no loop.
  const [how] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (how && how.type !== 'reload') return;
  const now = Date.now();
  let starts: number[] = [];
  try {
    starts = JSON.parse(sessionStorage.getItem(KEY) ?? '[]').filter((start: number) => now - start < WITHIN_MS);
    sessionStorage.setItem(KEY, JSON.stringify([...starts, now]));
  } catch {
    return;
  }
  if (starts.length >= STARTS) await new Promise((resolve) => setTimeout(resolve, WITHIN_MS));
}
