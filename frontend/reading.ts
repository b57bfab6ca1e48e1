// The reading pages come alive before the framework is up: charts draw from the first HTML, as soon as it is painted.
import './race-chart';
import './timeline';
import './shell/connection';
import './shell/ages';
import './shell/theme';
import './shell/search';
import './board/reading';
import './shell/keys';
import './shell/popovers';
import { followForms } from './shell/navigation';
import { charted } from './shell/charted';

followForms();
document.documentElement.toggleAttribute('data-painted', true);
charted.then(async () => {
  document.documentElement.toggleAttribute('data-charted', true);
  // Not needed to read, nor to draw.
  const { startFlow } = await import('./shell/flow');
  await startFlow();
});
