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
import { startFlow } from './shell/flow';
import { followForms } from './shell/navigation';
import { painted } from './shell/painted';

followForms();
painted().then(() => document.documentElement.toggleAttribute('data-painted', true));
startFlow();
