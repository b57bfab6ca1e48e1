// A wall: starts with what the first HTML says and needs no framework to go on. The order matters: first what watches.
import './watchdog';
import './status';
import './hours';
import './drift';
import './awake';
import '../race-chart';
import { onDocument, onStamp, recall } from './document';
import { fitSoon } from './fit';
import { honest } from './honesty';
import './keys';
import { obey } from './orders';
import { connect } from './line';
import { startRotation } from './rotation';
import { tell } from './times';
import { startFlow } from '../shell/flow';

honest();
fitSoon();
startRotation();
connect({ stamp: onStamp, html: onDocument, orders: obey });
recall();
setInterval(() => tell('minute'), 15_000);
document.documentElement.dataset.up = '';
// Before the first slide with a chart comes, and early enough to be kept.
import('../chart/library').catch(() => window.wallGuard.reload('chart library'));
keepPage();
// Last, and nothing waits for it.
startFlow();

/** Has a service worker keep this page with all its parts, also those that came before it. */
async function keepPage() {
  try {
    await navigator.serviceWorker?.register('/wall/sw.js');
    const worker = (await navigator.serviceWorker?.ready)?.active;
    await new Promise((settled) => setTimeout(settled, 3_000));
    const parts = performance.getEntriesByType('resource').map((r) => r.name)
      .filter((url) => url.startsWith(location.origin) && /\/VAADIN\/build\/|\/walls\/wall-|\/data\//.test(url));
    worker?.postMessage({ page: location.href, parts: [...new Set(parts)] });
    performance.clearResourceTimings();
  } catch (fault) {
    console.info('No service worker here.', fault);
  }
}
