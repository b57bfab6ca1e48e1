import { type Tick, ticks } from './ticks';
import { type Chart, type Line, values } from './types';

const DAY = 86_400_000;
/** Below this width, in sizes of the text, names stand below the plot instead of at the line ends. */
const NARROW_EM = 40;

/** The part of a time axis that the reader has zoomed to. */
export interface Zoom {
  from: number;
  to: number;
}

/** The box that a chart fills, and its text. */
export interface Box {
  width: number;
  height: number;
  /** Pixels of the text size. */
  em: number;
  /** How many pixels wide a text is. */
  measure(text: string): number;
  /** Rather a legend than a name that is cut. */
  wholeNames?: boolean;
}

/** Share of the width that names at the line ends may take. */
const NAMES_SHARE = 0.34;

/** Whether the names stand at the line ends; else there is a legend below. */
export function namesAtEnds(chart: Chart, { width, em, measure, wholeNames }: Omit<Box, 'height'>) {
  if (chart.draw === 'BARS' || !namesLines(chart) || width < NARROW_EM * em) return false;
  return !wholeNames || chart.lines.every((l) => measure(l.name) + em * 1.2 <= width * NAMES_SHARE);
}

/** Columns of a single kind need no name below the title. */
export function namesLines(chart: Chart) {
  return chart.draw !== 'COLUMNS' || chart.lines.length > 1;
}

/** Where the parts of a chart stand in its box, in pixels. */
export class Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;

  constructor(readonly chart: Chart, readonly box: Box, zoom: Zoom | undefined) {
    const { width, height, em, measure } = box;
    // Whole pixels, because the library rounds its own box.
    if (chart.draw === 'BARS') {
      const room = Math.max(0, ...chart.lines.map((l) => measure(barLabel(chart, l)))) + em;
      this.left = 0;
      this.right = Math.round(Math.max(width * 0.3, width - room));
      this.top = 0;
      // Few bars stay as thin as many.
      this.bottom = Math.round(Math.min(height, chart.lines.length * em * 5));
    } else {
      const names = namesAtEnds(chart, box)
        ? Math.min(Math.max(0, ...chart.lines.map((l) => measure(l.name))) + em * 1.2, width * NAMES_SHARE) : em / 2;
      this.left = Math.round(Math.max(0, ...chart.y.ticks.map((t) => measure(t.label))) + em * 0.8);
      this.right = Math.round(width - names);
      this.top = Math.round(em * 1.7);
      this.bottom = Math.round(height - em * 2);
    }
    const { from, to } = zoom ?? chart.x;
    // A single date stands in the middle of the month before and after.
    this.from = from === to ? from - 30 * DAY : from;
    this.to = from === to ? to + 30 * DAY : to;
  }

  get width() {
    return this.right - this.left;
  }

  get height() {
    return this.bottom - this.top;
  }

  x(at: number) {
    if (this.chart.draw === 'COLUMNS') return this.left + (at + 0.5) * this.slot;
    return this.left + ((at - this.from) / (this.to - this.from)) * this.width;
  }

  /** The time under a place. */
  at(x: number) {
    return this.from + ((x - this.left) / this.width) * (this.to - this.from);
  }

  y(value: number) {
    const { min, max } = this.chart.y;
    const part = (this.amount(value) - this.amount(min)) / (this.amount(max) - this.amount(min));
    return this.bottom - part * this.height;
  }

  /** What a value counts for on the axis: itself, or its logarithm. */
  amount(value: number) {
    return this.chart.scale === 'LOG' ? Math.log10(value) : value;
  }

  /** Length of a value on a chart of bars. */
  bar(value: number) {
    const { min, max } = this.chart.y;
    return this.left + ((value - min) / (max - min)) * this.width;
  }

  /** Height of the row of a bar. */
  get row() {
    return this.height / Math.max(1, this.chart.lines.length);
  }

  /** Width of a slot of columns. */
  get slot() {
    return this.width / Math.max(1, this.chart.slots.length);
  }

  /** The middle of a line's column in a slot. */
  columnX(slot: number, line: number) {
    const width = (this.slot * 0.76) / this.chart.lines.length;
    return this.x(slot) + (line - (this.chart.lines.length - 1) / 2) * width;
  }

  /** The place of a day; on a chart of columns inside the slot that holds it. */
  markX(day: number) {
    if (this.chart.draw !== 'COLUMNS') return this.x(day);
    const { times } = this.chart;
    let slot = 0;
    while (slot < times.length - 1 && times[slot + 1] <= day) slot++;
    const length = times.length < 2 ? 365 * DAY : (times[times.length - 1] - times[0]) / (times.length - 1);
    const part = Math.min(1, Math.max(0, (day - times[slot]) / length));
    return this.left + ((slot + part) / times.length) * this.width;
  }

  inside(x: number) {
    return x >= this.left - 0.5 && x <= this.right + 0.5;
  }

  /** Pixels between neighbouring values of the line, on average. */
  spacing(line: Line) {
    const seen = values(this.chart, line).filter((p) => this.inside(this.x(p.x)));
    return seen.length < 2 ? Infinity : (this.x(seen[seen.length - 1].x) - this.x(seen[0].x)) / (seen.length - 1);
  }

  /** Dates, or slots of columns, to be named below the plot. */
  dates(): Tick[] {
    const chinese = this.chart.lang === 'zh';
    const most = Math.max(2, this.width / (this.box.em * 6.5));
    if (this.chart.draw === 'BARS') return [];
    if (this.chart.draw !== 'COLUMNS') {
      const found = ticks(this.from, this.to, most, chinese);
      const first = this.chart.lines.flatMap((l) => values(this.chart, l))[0];
      return found.length || !first ? found : [{ x: first.x, label: first.label }];
    }
    const { slots, times } = this.chart;
    if (slots.length <= most) return slots.map((label, x) => ({ x, label }));
    return ticks(times[0], times[times.length - 1], most, chinese)
      .map(({ x, label }) => ({ x: times.indexOf(x), label }))
      .filter(({ x }) => x >= 0);
  }
}

/** The text behind a bar: its value, and its date where the bars stand at different ones. */
export function barLabel(chart: Chart, line: Line) {
  const value = values(chart, line)[0];
  const dates = new Set(chart.lines.map((l) => values(chart, l)[0]?.period));
  return !value ? '' : dates.size > 1 ? `${value.text} · ${value.label}` : value.text;
}
