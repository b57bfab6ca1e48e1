// A wall: starts with what the first HTML says and needs no framework to go on. The order matters: first what watches.
import './watchdog';
import './status';
import './hours';
import './drift';
import './awake';
import '../race-chart';
import { follow, onStamp } from './document';
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
connect({ stamp: onStamp, orders: obey });
follow();
setInterval(() => tell('minute'), 15_000);
document.documentElement.dataset.up = '';
navigator.serviceWorker?.register('/wall/sw.js').catch((fault) => console.info('No service worker here.', fault));
// Last, and nothing waits for it.
startFlow();
