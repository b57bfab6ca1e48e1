import { Router } from '@vaadin/router';
import { Flow } from 'Frontend/generated/jar-resources/Flow.js';
import { calm } from './calm';

/** Starts the framework, which then puts its view into the outlet. */
export async function startFlow() {
  const { serverSideRoutes } = new Flow({
    imports: () => import('Frontend/generated/flow/generated-flow-imports.js'),
  });
  await calm();
  new Router(document.querySelector('#outlet')).setRoutes([...serverSideRoutes]);
}
