import { serverNow } from '../shell/clock';
import { fit } from './fit';
import { ofWindow } from './memory';
import { asked, key, ms, on, tell, wall } from './times';

const TICK_MS = 200;
/** A slide that is brought forward comes after this long, and then not again for a while. */
const FORWARD_MS = 5_000;
const AGAIN_MS = 300_000;
/** So long a chart may take until its slide is shown without it. */
const DRAW_MS = 2_000;

let current: HTMLElement | undefined;
/** When the slide on screen has to go, on the clock that nobody can set. */
let due = 0;
let paused = false;
let forward: string[] = [];
/** The slide after which the order goes on, when one was brought forward. */
let resumeAfter: string | undefined;
const broughtAt = new Map<string, number>();
const PAUSED = `raceboard.paused.${key}`;
/** The slide that comes as soon as it is ready. */
let coming: HTMLElement | undefined;

export function currentSlide() {
  return current?.isConnected ? current : undefined;
}

export function isPaused() {
  return paused;
}

export function startRotation() {
  show(slides().find((s) => s.id === kept()) ?? playable()[0]);
  if (ofWindow.recall(PAUSED)) pause(true);
  setInterval(tick, TICK_MS);
}

/** The slide on screen survives a reload, and so does a pause: then also where the address names another one. */
function kept() {
  const slide = asked.get('slide');
  return slide && !ofWindow.recall(PAUSED) ? `s${slide}` : ofWindow.recall(`raceboard.slide.${key}`);
}

function slides() {
  return [...wall.querySelectorAll<HTMLElement>('.slide')];
}

/** Those whose condition holds; all of them where none does. */
function playable() {
  const all = slides();
  const now = all.filter((s) => {
    const hours = Number(s.dataset.within);
    return !hours || (s.dataset.changed !== '' && serverNow() - Date.parse(s.dataset.changed!) < hours * 3_600_000);
  });
  return now.length ? now : all;
}

function tick() {
  if (!current?.isConnected) show(playable()[0]);
  else if (!paused && !coming && performance.now() >= due) next();
}

async function next() {
  tell('boundary');
  const order = playable();
  const first = forward.shift();
  const wanted = first && slides().find((s) => s.id === first);
  if (wanted) {
    resumeAfter ??= current?.id;
    return turn(wanted);
  }
  const after = resumeAfter ?? current?.id;
  resumeAfter = undefined;
  const all = slides();
  const at = all.findIndex((s) => s.id === after);
  return turn([...all.slice(at + 1), ...all.slice(0, at + 1)].find((s) => order.includes(s)) ?? order[0]);
}

/** Shows a slide when it is ready; the one before stays until then. If another is asked for meanwhile, that one comes. */
async function turn(slide: HTMLElement) {
  coming = slide;
  try {
    restOthers();
    fit(slide);
    await drawn(slide);
    if (coming === slide) show(slide);
  } finally {
    if (coming === slide) coming = undefined;
  }
}

/** Charts that nobody sees are drawn when they are about to be seen: most changes come and go before that. */
function restOthers() {
  wall.querySelectorAll('race-chart').forEach((chart) => {
    const slide = chart.closest('.slide');
    chart.toggleAttribute('resting', slide !== current && slide !== coming);
  });
}

/** Waits until the slide's charts show what they should; charts for which it has no room are never drawn, nor waited for. */
function drawn(slide: HTMLElement) {
  const ready = () => [...slide.querySelectorAll('race-chart')]
    .every((c) => !c.checkVisibility() || c.getAttribute('drawn') === c.getAttribute('src'));
  if (ready()) return undefined;
  const stop = new AbortController();
  return new Promise<void>((done) => {
    slide.addEventListener('chart-drawn', () => ready() && done(), { signal: stop.signal });
    setTimeout(done, DRAW_MS);
  }).finally(() => stop.abort());
}

function show(slide: HTMLElement | undefined) {
  if (!slide) return;
  fit(slide);
  const now = performance.now();
  const seconds = ms(Number(slide.dataset.seconds) * 1000);
  // Counted on from when the last one should have gone, so that waits do not add up over a day.
  due = (now - due < 1_000 ? due : now) + seconds;
  if (current !== slide) {
    current?.removeAttribute('data-on');
    slide.setAttribute('data-on', '');
    current = slide;
  }
  restOthers();
  places();
  ofWindow.keep(`raceboard.slide.${key}`, slide.id);
  tell('slide');
}

/** A mark for each slide, the present one filled. */
function places() {
  const place = wall.querySelector('.bar-places');
  if (!place) return;
  const all = slides();
  if (place.children.length !== all.length) place.replaceChildren(...all.map(() => document.createElement('i')));
  all.forEach((s, nth) => place.children[nth].toggleAttribute('data-here', s === current));
}

export function step(by: number) {
  const order = playable();
  const from = coming ?? current;
  const at = order.findIndex((s) => s.id === from?.id);
  forward = [];
  resumeAfter = undefined;
  due = 0;
  turn(order[(at + by + order.length) % order.length]);
}

/** @param which its number from 1, or its id */
export function goTo(which: string) {
  const slide = slides().find((s) => s.id === which) ?? slides()[Number(which) - 1];
  if (!slide) return;
  due = 0;
  turn(slide);
}

export function pause(on: boolean) {
  paused = on;
  ofWindow.keep(PAUSED, on ? 'yes' : undefined);
  document.documentElement.toggleAttribute('data-paused', on);
  wall.querySelector<HTMLElement>('.bar-pause')!.hidden = !on;
  if (!on && current) due = performance.now() + ms(Number(current.dataset.seconds) * 1000);
}

/** Something on these slides has changed: the most telling of them comes next, once. */
export function bringForward(changed: Set<HTMLElement>) {
  if (paused || (current && changed.has(current))) return;
  const now = performance.now();
  const slide = [...changed].sort((a, b) => rank(a) - rank(b))[0];
  if (!slide || forward.includes(slide.id) || now - (broughtAt.get(slide.id) ?? -Infinity) < ms(AGAIN_MS)) return;
  broughtAt.set(slide.id, now);
  forward = [slide.id];
  due = Math.min(due, now + ms(FORWARD_MS));
}

function rank(slide: HTMLElement) {
  return ['slide-headline', 'slide-chart', 'slide-ranking', 'slide-overview'].findIndex((kind) => slide.classList.contains(kind));
}

on('shown', places);
on('shown', restOthers);
