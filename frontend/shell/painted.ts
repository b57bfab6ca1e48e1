/**
 * Resolves when the page has been painted for the first time, at once where nothing is painted. What is not needed to
 * read the page waits for it: running the chart library alone takes longer than the first paint.
 */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden' || performance.getEntriesByType('paint').length) return resolve();
    requestAnimationFrame(() => setTimeout(resolve));
    // A window that is covered gets no frames.
    setTimeout(resolve, 1000);
  });
}
