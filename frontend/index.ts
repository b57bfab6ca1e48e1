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
import { calm } from './shell/calm';
import { painted } from './shell/painted';
import { followForms } from './shell/navigation';

import { Router } from '@vaadin/router';
import { Flow } from 'Frontend/generated/jar-resources/Flow.js';

const { serverSideRoutes } = new Flow({
  imports: () => import('Frontend/generated/flow/generated-flow-imports.js'),
});

followForms();
painted().then(() => document.documentElement.toggleAttribute('data-painted', true));
Promise.all([calm(), painted()]).then(() => new Router(document.querySelector('#outlet')).setRoutes([...serverSideRoutes]));
