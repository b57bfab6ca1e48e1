import { painted, parsed } from './shell/painted';

// Walls share almost nothing with the other pages, and neither loads what only the other needs.
if (document.documentElement.dataset.place === 'wall') import('./wall/wall');
else painted().then(parsed).then(read);

/** What comes next is fetched side by side; the server's own drawings stand until then. */
function read() {
  import('./reading');
  const charts = [...document.querySelectorAll('race-chart')];
  if (charts.length) import('./chart/library');
  for (const chart of charts) {
    const file = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous' });
    file.href = chart.getAttribute('src')!;
    document.head.append(file);
  }
}
