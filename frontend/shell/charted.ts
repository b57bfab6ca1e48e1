/** Longest wait for charts: one whose box is hidden is never drawn. */
const LONGEST_MS = 2_000;

/** Resolves when all charts of the page are drawn; what is neither needed to read nor to draw them waits for it. */
export const charted: Promise<void> = new Promise((resolve) => {
  const end = () => {
    document.removeEventListener('chart-drawn', look);
    resolve();
  };
  const look = () => document.querySelector('race-chart:not([drawn])') || end();
  document.addEventListener('chart-drawn', look);
  setTimeout(end, LONGEST_MS);
  look();
});
