import { currentSlide } from './rotation';
import { asked, on, wall } from './times';

/** Tried from the largest on; below 1, the smallest that can be read from where people stand, nothing is tried. */
const SCALES = [1.7, 1.5, 1.35, 1.2, 1.1, 1];
/** How large a large number is, as a part of what its box allows. */
const NUMBERS = [1, 0.75, 0.55, 0.4, 0];
/** Details of this level and below are what a slide is there for. */
const MATTERS = 3;
/** Boxes that must hold what is in them. */
const BOXES = '.cells, .cell, .columns, .column, .rows, .ranks, .rank, .figures, .shown, .shown-number, .said, .picture, .note-text';
/** Capital letters are seven tenths of the size of the text, and must be a two hundredth of the distance. */
const PER_DISTANCE = 200 * 0.7;

/** What each slide was fitted for. */
const fitted = new WeakMap<HTMLElement, string>();
let round = 0;

/** The smallest text, in pixels: capitals as high as a two hundredth of the distance, on a screen of this size. */
export function smallest() {
  const metres = Number(asked.get('metres') ?? wall.dataset.metres);
  const inches = Number(asked.get('inches') ?? wall.dataset.inches);
  const mmOfPixel = (inches * 25.4) / Math.hypot(innerWidth, innerHeight);
  return (metres * 1000) / PER_DISTANCE / mmOfPixel;
}

/** What is on the wall has changed: the slide on screen is fitted at once, others when their turn comes. */
export function fitSoon() {
  round++;
  bar();
  const slide = currentSlide();
  if (slide) fit(slide);
}

/** Gives a slide the largest text with which all of it fits; at the smallest, details are dropped, never shrunk. */
export function fit(slide: HTMLElement) {
  const least = smallest();
  const now = `${round} ${innerWidth} ${innerHeight} ${least}`;
  if (fitted.get(slide) === now) return;
  fitted.set(slide, now);
  slide.querySelectorAll('[data-dropped]').forEach((e) => e.removeAttribute('data-dropped'));
  slide.style.setProperty('--n', '1');
  slide.querySelectorAll<HTMLElement>('[data-lines]').forEach((e) => limit(e, undefined));
  for (const scale of SCALES) {
    size(slide, least * scale);
    if (fits(slide)) return;
  }
  const levels = new Map<number, HTMLElement[]>();
  slide.querySelectorAll<HTMLElement>('[data-detail]').forEach((e) => {
    const level = Number(e.dataset.detail);
    levels.set(level, [...(levels.get(level) ?? []), e]);
  });
  const order = [...levels.keys()].sort((a, b) => b - a);
  const drop = (level: number) => levels.get(level)!.forEach((e) => e.setAttribute('data-dropped', ''));
  // Large numbers may become smaller before what matters is dropped: they are still the largest text there is.
  slide.style.setProperty('--n', String(NUMBERS[1]));
  let at = 0;
  while (!fits(slide) && at < order.length && order[at] > MATTERS) drop(order[at++]);
  if (!fits(slide)) slide.style.setProperty('--n', String(NUMBERS[NUMBERS.length - 1]));
  while (!fits(slide) && at < order.length) drop(order[at++]);
  grow(slide, least);
  if (!fits(slide)) shorten(slide);
}

const TITLE_LINES = 2;

/** What a team has written may be longer than any screen: then its end is left out, and a mark says so. */
function shorten(slide: HTMLElement) {
  slide.querySelectorAll<HTMLElement>('.slide-title, .note-title').forEach((title) => limit(title, TITLE_LINES));
  slide.querySelectorAll<HTMLElement>('.note-text').forEach((text) => holds(text) || clamp(text));
}

/** Shows as many whole lines of a text as its box has room for. */
export function clamp(text: HTMLElement) {
  limit(text, Math.max(1, Math.floor((text.clientHeight + 1) / parseFloat(getComputedStyle(text).lineHeight))));
}

/** @param lines that are shown of it at most, the last with a mark where there are more; undefined for all */
export function limit(text: HTMLElement, lines: number | undefined) {
  text.toggleAttribute('data-lines', lines !== undefined);
  if (lines === undefined) text.style.removeProperty('--lines');
  else text.style.setProperty('--lines', String(lines));
}

/** What was dropped may have left room for larger numbers, or for larger text. */
function grow(slide: HTMLElement, least: number) {
  for (const numbers of NUMBERS) {
    slide.style.setProperty('--n', String(numbers));
    if (fits(slide)) break;
  }
  for (const scale of SCALES.slice(-3)) {
    size(slide, least * scale);
    if (fits(slide)) break;
  }
}

/** Charts draw with text of 13 pixels, and are then enlarged as a whole. */
const CHART_PX = 13;

function size(slide: HTMLElement, text: number) {
  slide.style.setProperty('--t', `${text.toFixed(2)}px`);
  slide.style.setProperty('--k', (text / CHART_PX).toFixed(4));
}

function fits(slide: HTMLElement) {
  return holds(slide) && [...slide.querySelectorAll<HTMLElement>(BOXES)].every(holds);
}

function holds(box: HTMLElement) {
  return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
}

/** The line at the edge: always the smallest text; the name and the places go where there is not room for all. */
function bar() {
  wall.style.setProperty('--least', `${smallest().toFixed(2)}px`);
  const line = wall.querySelector<HTMLElement>('.bar')!;
  line.querySelectorAll('[data-dropped]').forEach((e) => e.removeAttribute('data-dropped'));
  for (const part of line.querySelectorAll<HTMLElement>('[data-detail="3"], [data-detail="2"]')) {
    if (line.offsetHeight < 2 * smallest()) return;
    part.setAttribute('data-dropped', '');
  }
}

// The window has another size, or the line at the edge has.
new ResizeObserver(() => requestAnimationFrame(fitSoon)).observe(wall.querySelector('.slides')!);
document.fonts?.ready.then(() => fitSoon());
on('heard', () => wall.querySelector<HTMLElement>('.bar')!.offsetHeight > 2 * smallest() && bar());
