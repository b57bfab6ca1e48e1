import { go } from './navigation';
import { openSearch } from './search';

const PANELS: Record<string, string> = { 1: '/t/models', 2: '/t/power', 3: '/t/chips', 4: '/policy', 0: '/' };

/** Single keys never fire inside fields, nor with a modifier. */
document.addEventListener('keydown', (event) => {
  const target = event.target as HTMLElement;
  // The board's keys are for the board: at the desk a digit is a digit.
  if (!document.getElementById('page')) return;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.closest('input, textarea, select, [contenteditable], dialog')) return;
  if (event.key === '/') {
    event.preventDefault();
    openSearch();
  } else if (event.key === '?') {
    go(inLanguage('/help'));
  } else if (PANELS[event.key]) {
    go(inLanguage(PANELS[event.key]));
  }
});

function inLanguage(path: string) {
  return document.documentElement.lang.startsWith('zh') ? `${path}?lang=zh` : path;
}
