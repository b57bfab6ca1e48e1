import { at, type Cursor } from './cursor';
import { html, svg } from './dom';
import type { Plot } from './plot';
import { fill, glyph, strokeOf } from './style';
import type { Chart, Line, Mark, Value } from './types';

const GAP = 14;

/** The card beside the pointer: every line's value at one date with all that is known of it. */
export class Card {
  readonly element = html('div', { class: 'chart-card', hidden: '' });
  /** Speaks what the keyboard has reached. */
  readonly voice = html('div', { class: 'visually-hidden', 'aria-live': 'polite' });
  private pinnedTo?: Cursor;

  get pinned() {
    return this.pinnedTo;
  }

  show(plot: Plot, cursor: Cursor, marks: Mark[]) {
    const { chart } = plot;
    const rows = at(chart, cursor.x);
    if (!rows.length) return this.hide();
    this.element.replaceChildren(...this.content(chart, rows, cursor, marks));
    this.element.hidden = false;
    this.element.classList.toggle('pinned', this.pinnedTo !== undefined);
    this.place(plot, cursor, rows);
  }

  pin(cursor: Cursor | undefined) {
    this.pinnedTo = cursor;
    this.element.classList.toggle('pinned', cursor !== undefined);
  }

  hide() {
    this.pinnedTo = undefined;
    this.element.hidden = true;
  }

  say(text: string) {
    this.voice.textContent = text;
  }

  private content(chart: Chart, rows: ReturnType<typeof at>, cursor: Cursor, marks: Mark[]): Node[] {
    const [{ line, value: first }] = rows;
    // What is true of all values is said once.
    const common = rows.every(({ value }) => known(chart, value) === known(chart, first)) ? known(chart, first) : undefined;
    const title = chart.draw === 'BARS' ? line.title : first.label;
    const list = html('ul', {}, ...rows.map((r) =>
      row(chart, r.line, r.value, r.line.key === cursor.line && rows.length > 1, common === undefined)));
    const noted = rows.find((r) => r.line.key === cursor.line) ?? (rows.length === 1 ? rows[0] : undefined);
    const notes = (noted ? [noted] : this.pinnedTo ? rows : []).flatMap(({ line, value }) =>
      value.note ? [html('p', { class: 'chart-card-note' }, noted ? value.note : `${line.name}: ${value.note}`)] : []);
    const sources = [...new Set(rows.map(({ value }) => value.source).filter((s) => s !== undefined))];
    return [
      html('p', { class: 'chart-card-period' }, title, ...(common ? [html('span', {}, ` · ${common}`)] : [])),
      list,
      ...marks.map((mark) => html('p', { class: 'chart-card-mark' }, `⚑ ${mark.date}: ${mark.label}`)),
      ...notes,
      ...(sources.length
        ? [html('p', { class: 'chart-card-source' }, `${chart.words.source}: ${sources.map((s) => chart.sources[s]).join('; ')}`)]
        : []),
    ];
  }

  /** Beside the date, on the side with more room, never outside the chart. */
  private place(plot: Plot, cursor: Cursor, rows: ReturnType<typeof at>) {
    const { width, height } = plot.box;
    const bars = plot.chart.draw === 'BARS';
    const x = bars ? plot.bar(rows[0].value.y) : plot.x(cursor.x);
    const y = bars ? (cursor.x + 0.5) * plot.row : plot.y(rows[0].value.y);
    const card = this.element;
    card.style.maxWidth = `${Math.min(width, 26 * plot.box.em)}px`;
    const toRight = x + GAP + card.offsetWidth <= width;
    const left = toRight ? x + GAP : x - GAP - card.offsetWidth >= 0 ? x - GAP - card.offsetWidth : width - card.offsetWidth;
    card.style.left = `${Math.max(0, left)}px`;
    card.style.top = `${Math.max(0, Math.min(y - card.offsetHeight / 2, height - card.offsetHeight))}px`;
  }
}

function row(chart: Chart, line: Line, value: Value, chosen: boolean, withStatus: boolean) {
  const stroke = strokeOf(value);
  const sample = svg('svg', { width: 14, height: 12, viewBox: '-7 -6 14 12', 'aria-hidden': 'true' },
    svg('path', { d: glyph(line.marker), fill: fill(stroke, line.colour), stroke: line.colour, 'stroke-width': 1.5 }));
  return html('li', chosen ? { class: 'chosen' } : {},
    sample,
    html('span', { class: 'chart-card-name' }, chart.draw === 'BARS' ? value.label : line.name),
    html('span', { class: 'chart-card-value' }, value.brief ?? value.text),
    ...(value.range ? [html('span', { class: 'chart-card-range' }, value.range)] : []),
    ...(stroke === 'actual' || !withStatus ? [] : [html('span', { class: 'chart-card-status' }, known(chart, value))]));
}

/** How a value is known, in words. */
function known(chart: Chart, value: Value) {
  const status = value.status && value.status !== 'ACTUAL' ? [chart.words[value.status.toLowerCase()]] : [];
  return [...status, ...(value.partial ? [chart.words.partial] : [])].join(', ');
}

/** One value as a sentence: who, when, how much, how it is known, what was noted. */
export function spoken(chart: Chart, cursor: Cursor, marks: Mark[]) {
  const rows = at(chart, cursor.x);
  const { line, value } = rows.find((r) => r.line.key === cursor.line) ?? rows[0];
  return [line.title, value.label, value.text, known(chart, value), value.note, ...marks.map((m) => `${m.date}: ${m.label}`)]
    .filter(Boolean)
    .join(chart.lang === 'zh' ? '，' : ', ');
}
