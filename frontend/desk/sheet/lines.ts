import { html } from '../../chart/dom';
import type { Selection } from './selection';
import { grouped, say } from './types';
import type { Cell, Column, Place, Sheet } from './types';

const MARKS = { new: '+', changed: '•', withdrawn: '−', faulty: '!' };
/** Lines beyond the edges that are in the page already when one scrolls. */
const AHEAD = 6;

/** A sheet on the screen, after the ARIA grid pattern; only the lines in sight are in the page. */
export class Lines {
  readonly scroller = html('div', { class: 'scroller' });
  readonly grid = html('div', { class: 'grid', role: 'grid', 'aria-multiselectable': 'true' });
  readonly lists = html('div', {});
  private sheet: Sheet = { label: '', period: '', columns: [], rows: [], readOnly: true, words: {} };
  private readonly head = html('div', { class: 'line head', role: 'row', 'aria-rowindex': 1 });
  private readonly body = html('div', { class: 'body', role: 'rowgroup' });
  private readonly lines = new Map<number, HTMLElement>();

  constructor(private readonly host: HTMLElement, private readonly selection: Selection) {
    this.grid.append(html('div', { role: 'rowgroup', style: 'display: contents' }, this.head), this.body);
    this.scroller.append(this.grid);
    this.scroller.addEventListener('scroll', () => this.draw(), { passive: true });
  }

  /** @param anew false while a cell is typed in: its line stays where it is */
  show(sheet: Sheet, anew: boolean) {
    this.sheet = sheet;
    if (anew) {
      this.frame();
      this.lines.forEach((line) => line.remove());
      this.lines.clear();
    }
  }

  private frame() {
    const { columns, words, label, period, rows, readOnly } = this.sheet;
    const widths = columns.map((column, at) => this.width(column, at));
    this.host.style.setProperty('--columns', ['6rem', ...columns.map((c, i) => `minmax(${widths[i]}rem, ${c.grow ?? 1}fr)`)]
      .join(' '));
    this.grid.style.minWidth = `${widths.reduce((sum, w) => sum + w, 6)}rem`;
    this.grid.setAttribute('aria-label', label);
    this.grid.setAttribute('aria-rowcount', String(rows.length + 1));
    this.grid.setAttribute('aria-colcount', String(columns.length + 1));
    this.grid.setAttribute('aria-readonly', String(readOnly));
    this.grid.setAttribute('aria-description', words.keys ?? '');
    this.head.replaceChildren(html('div', { class: 'name', role: 'columnheader' }, period),
      ...columns.map((c) => html('div', { role: 'columnheader', class: c.number ? 'number' : '' }, c.label)));
    this.lists.replaceChildren(...columns.filter((c) => c.options).map((c) => html('datalist',
      { id: `options-${c.key}` }, ...c.options!.map((o) => html('option', { value: o.value, label: o.label }, o.label)))));
  }

  /** A column of numbers is as wide as its longest, so that words beside it find room without scrolling. */
  private width(column: Column, at: number) {
    if (!column.number) return (column.grow ?? 1) > 1 ? 7.5 : 5.5;
    const longest = this.sheet.rows.reduce((most, row) => Math.max(most, this.shown(row.c[at], true).length), 0);
    return Math.min(12, Math.max(4.5, 1.25 + longest * 0.5));
  }

  get height() {
    return this.head.getBoundingClientRect().height || 34;
  }

  /** Lines that fit on the screen. */
  get page() {
    return Math.max(1, Math.floor(this.scroller.clientHeight / this.height) - 2);
  }

  /** Puts the lines in sight into the page, and that of the focused cell. */
  draw() {
    const height = this.height;
    const { rows } = this.sheet;
    this.body.style.height = `${rows.length * height}px`;
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / height) - AHEAD);
    const last = Math.min(rows.length - 1,
      Math.ceil((this.scroller.scrollTop + this.scroller.clientHeight) / height) + AHEAD);
    const wanted = new Set([this.selection.at.row]);
    for (let row = first; row <= last; row++) wanted.add(row);
    for (const [row, line] of this.lines) {
      if (!wanted.has(row) || row >= rows.length) {
        line.remove();
        this.lines.delete(row);
      }
    }
    for (const row of [...wanted].sort((a, b) => a - b)) {
      if (row < rows.length && !this.lines.has(row)) this.insert(row);
    }
    for (const [row, line] of this.lines) line.style.top = `${row * height}px`;
  }

  private insert(row: number) {
    const line = html('div', { class: 'line', role: 'row', 'aria-rowindex': row + 2 },
      html('div', { class: 'name', role: 'rowheader' }),
      ...this.sheet.columns.map((c, column) => html('div', {
        class: 'cell', role: 'gridcell', 'aria-colindex': column + 2, 'data-row': row, 'data-column': column, tabindex: -1,
      }, html('span'))));
    this.fill(line, row);
    const after = [...this.lines.keys()].filter((r) => r < row).sort((a, b) => b - a)[0];
    if (after === undefined) this.body.prepend(line);
    else this.lines.get(after)!.after(line);
    this.lines.set(row, line);
  }

  /** Writes what is in the cells anew. */
  refill() {
    this.lines.forEach((line, row) => this.fill(line, row));
  }

  private fill(line: HTMLElement, row: number) {
    const data = this.sheet.rows[row];
    if (!data) return;
    line.dataset.key = data.k;
    line.firstElementChild!.textContent = data.l;
    this.sheet.columns.forEach((column, at) => {
      const cell = data.c[at];
      const element = line.children[at + 1] as HTMLElement;
      const place = { row, column: at };
      const here = this.selection.isAt(place);
      const picked = this.selection.isPicked(place);
      const mark = cell.s ? MARKS[cell.s] : '';
      const about = this.about(cell);
      element.className = ['cell', column.number ? 'number' : '', cell.s ?? '', cell.g ? 'guess' : '',
        picked ? 'picked' : '', here ? 'at' : ''].join(' ');
      element.firstElementChild!.textContent = this.shown(cell, column.number);
      element.tabIndex = here ? 0 : -1;
      element.title = about || (column.number ? '' : cell.d ?? cell.t);
      element.setAttribute('aria-selected', String(picked || here));
      element.toggleAttribute('data-mark', mark !== '');
      if (mark) element.dataset.mark = mark;
      if (cell.f) element.setAttribute('aria-invalid', 'true');
      else element.removeAttribute('aria-invalid');
      if (about) element.setAttribute('aria-description', about);
      else element.removeAttribute('aria-description');
    });
  }

  /** In a preview old and new stand side by side. */
  private shown(cell: Cell, number = false) {
    const text = cell.d ?? (number ? grouped(cell.t) : cell.t);
    return this.sheet.readOnly && cell.s === 'changed' ? `${number ? grouped(cell.w ?? '') : cell.w} → ${text}` : text;
  }

  /** What is wrong with a cell, or what it was. */
  about(cell: Cell) {
    if (cell.f) return cell.f;
    if (cell.s === 'withdrawn') return say(this.sheet.words, 'withdrawn', cell.w ?? '');
    if (cell.s === 'changed') return say(this.sheet.words, 'changed', grouped(cell.w ?? ''));
    if (cell.s === 'new') return this.sheet.words.new ?? '';
    return cell.g ? this.sheet.words.suggested ?? '' : '';
  }

  element(place: Place) {
    return this.lines.get(place.row)?.children[place.column + 1] as HTMLElement | undefined;
  }

  placeOf(event: Event): Place | null {
    const cell = event.composedPath().find((n) => n instanceof HTMLElement && n.dataset.row !== undefined);
    return cell ? { row: Number((cell as HTMLElement).dataset.row), column: Number((cell as HTMLElement).dataset.column) }
      : null;
  }

  /** Scrolls to the focused cell. */
  reveal(toMiddle: boolean) {
    const height = this.height;
    const top = this.selection.at.row * height;
    const { scrollTop, clientHeight } = this.scroller;
    if (toMiddle) {
      this.body.style.height = `${this.sheet.rows.length * height}px`;
      this.scroller.scrollTop = top - clientHeight / 2;
    } else if (top < scrollTop) this.scroller.scrollTop = top;
    else if (top + 2 * height > scrollTop + clientHeight) this.scroller.scrollTop = top + 2 * height - clientHeight;
  }

  focusAt() {
    const cell = this.element(this.selection.at);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
