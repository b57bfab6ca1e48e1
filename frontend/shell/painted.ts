/**
 * Resolves when the page has been painted for the first time, at once where the first HTML has nothing to paint or where
 * nobody looks. What is not needed to read the page waits for it: whatever is fetched, parsed or run before then only
 * makes readers wait.
 */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden' || !document.querySelector('main')) return resolve();
    new PerformanceObserver((_, observer) => {
      observer.disconnect();
      resolve();
    }).observe({ type: 'paint', buffered: true });
    // A window that is covered gets no frames.
    setTimeout(resolve, 1000);
  });
}

/** Resolves when all of the HTML has come; a browser paints as soon as it has enough of it. */
export function parsed(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState !== 'loading') return resolve();
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}
