import { ms, wall } from './times';

/** Steps of the whole layout, in pixels: no edge stays where it is for long. */
const STEPS = [[0, 0], [3, 1], [4, -2], [1, -4], [-2, -3], [-4, 0], [-3, 3], [0, 4], [2, 2]];
const STEP_MS = 60_000;
/** The line with name and clock is always there, so it changes its side, and with it everything moves by its height. */
const SIDE_MS = 20 * 60_000;

let at = 0;
function step() {
  at = (at + 1) % STEPS.length;
  const [x, y] = STEPS[at];
  wall.style.translate = `${x}px ${y}px`;
}

function turn() {
  wall.dataset.side = wall.dataset.side === 'top' ? 'bottom' : 'top';
}

setInterval(step, ms(STEP_MS));
setInterval(turn, ms(SIDE_MS));
