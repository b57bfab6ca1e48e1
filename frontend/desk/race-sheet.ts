import { html } from '../chart/dom';
import { Editor } from './sheet/editor';
import { style } from './sheet/style';
import { grouped, say } from './sheet/types';
import type { Cell, Place, Row, Sheet, Typed } from './sheet/types';

interface Server {
  typed(cells: string): Promise<string>;
  pasted(period: string, column: string, text: string): void;
  undo(): void;
  redo(): void;
  save(): void;
  moved(period: string): void;
}

const MARKS = { new: '+', changed: '•', withdrawn: '−', faulty: '!' };

/**
 * A sheet of values as in a spreadsheet: one line per period. The server holds what is in it; this element shows it,
 * moves in it and types. After the ARIA grid pattern; only the lines in sight are in the page.
 */
class RaceSheet extends HTMLElement {
  declare $server?: Server;
  private sheet: Sheet = { label: '', period: '', columns: [], rows: [], readOnly: true, words: {} };
  private at: Place = { row: 0, column: 0 };
  private from: Place = { row: 0, column: 0 };
  private editor: Editor | null = null;
  /** Whether the cell under the finger was the focused one before: a second tap types. */
  private tappedAgain = false;
  private waiting = false;
  private held: KeyboardEvent[] = [];
  private readonly lines = new Map<number, HTMLElement>();
  private readonly scroller = html('div', { class: 'scroller' });
  private readonly grid = html('div', { class: 'grid', role: 'grid', 'aria-multiselectable': 'true' });
  private readonly head = html('div', { class: 'line head', role: 'row', 'aria-rowindex': 1 });
  private readonly body = html('div', { class: 'body', role: 'rowgroup' });
  private readonly lists = html('div', {});
  private readonly bar = html('div', { class: 'bar', role: 'status' });
  /** Nobody has moved in it yet, so it may still be scrolled to where the newest lines are. */
  private untouched = true;
  private readonly resized = new ResizeObserver(() => {
    if (this.untouched) this.reveal(true);
    this.draw();
  });

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const sheet = document.createElement('style');
    sheet.textContent = style;
    this.grid.append(html('div', { role: 'rowgroup', style: 'display: contents' }, this.head), this.body);
    this.scroller.append(this.grid);
    root.append(sheet, this.scroller, this.bar, this.lists);
    this.scroller.addEventListener('scroll', () => this.draw(), { passive: true });
    for (const act of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
      this.scroller.addEventListener(act, () => { this.untouched = false; }, { passive: true, capture: true });
    }
    this.grid.addEventListener('keydown', (e) => this.keyDown(e));
    this.grid.addEventListener('mousedown', (e) => this.mouseDown(e));
    this.grid.addEventListener('click', (e) => {
      if ((e as PointerEvent).pointerType === 'touch' && this.tappedAgain) this.edit(null);
    });
    this.grid.addEventListener('dblclick', (e) => this.placeOf(e) && this.edit(null));
    this.grid.addEventListener('copy', (e) => this.copy(e));
    this.grid.addEventListener('cut', (e) => this.copy(e));
    this.grid.addEventListener('paste', (e) => this.paste(e));
    this.grid.addEventListener('focusin', (e) => this.focused(e));
  }

  connectedCallback() {
    this.resized.observe(this.scroller);
  }

  disconnectedCallback() {
    this.resized.disconnect();
  }

  /** The whole sheet anew; the focused cell stays the same one. */
  show(json: string, goTo?: string) {
    const key = this.sheet.rows[this.at.row]?.k;
    const hadFocus = this.shadowRoot!.activeElement !== null && !this.editor;
    const first = this.sheet.columns.length === 0;
    this.sheet = JSON.parse(json);
    const wanted = this.sheet.rows.findIndex((r) => r.k === (goTo ?? key));
    this.at = { row: wanted >= 0 ? wanted : Math.max(0, this.sheet.rows.length - 1), column: this.at.column };
    this.from = this.at;
    if (!this.editor) {
      this.frame();
      this.lines.forEach((line) => line.remove());
      this.lines.clear();
    }
    if (first || goTo || this.untouched) this.reveal(true);
    this.draw();
    this.lines.forEach((line, row) => this.fill(line, row));
    if (hadFocus) this.focusAt();
    this.tell();
  }

  /** Moves the keyboard into the sheet. */
  focus() {
    this.focusAt();
  }

  private frame() {
    const { columns, words, label, period, rows, readOnly } = this.sheet;
    const widths = columns.map((c): number => c.number ? 5.5 : (c.grow ?? 1) > 1 ? 9 : 6.5);
    this.style.setProperty('--columns', ['6.5rem', ...columns.map((c, i) => `minmax(${widths[i]}rem, ${c.grow ?? 1}fr)`)]
      .join(' '));
    this.grid.style.minWidth = `${widths.reduce((sum, w) => sum + w, 6.5)}rem`;
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

  private get height() {
    return this.head.getBoundingClientRect().height || 34;
  }

  /** Puts the lines in sight into the page, and that of the focused cell. */
  private draw() {
    const height = this.height;
    this.body.style.height = `${this.sheet.rows.length * height}px`;
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / height) - 6);
    const last = Math.min(this.sheet.rows.length - 1,
      Math.ceil((this.scroller.scrollTop + this.scroller.clientHeight) / height) + 6);
    const wanted = new Set([this.at.row]);
    for (let row = first; row <= last; row++) wanted.add(row);
    for (const [row, line] of this.lines) {
      if (!wanted.has(row) || row >= this.sheet.rows.length) {
        line.remove();
        this.lines.delete(row);
      }
    }
    for (const row of [...wanted].sort((a, b) => a - b)) {
      if (row < this.sheet.rows.length && !this.lines.has(row)) this.insert(row);
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

  private fill(line: HTMLElement, row: number) {
    const data = this.sheet.rows[row];
    if (!data) return;
    line.dataset.key = data.k;
    line.firstElementChild!.textContent = data.l;
    this.sheet.columns.forEach((column, at) => {
      const cell = data.c[at];
      const element = line.children[at + 1] as HTMLElement;
      const here = this.at.row === row && this.at.column === at;
      const mark = cell.s ? MARKS[cell.s] : '';
      element.className = ['cell', column.number ? 'number' : '', cell.s ?? '', cell.g ? 'guess' : '',
        this.isPicked(row, at) ? 'picked' : '', here ? 'at' : ''].join(' ');
      element.firstElementChild!.textContent = this.shown(cell, column.number);
      element.tabIndex = here ? 0 : -1;
      element.title = this.about(cell) || (column.number ? '' : cell.d ?? cell.t);
      element.setAttribute('aria-selected', String(this.isPicked(row, at) || here));
      element.toggleAttribute('data-mark', mark !== '');
      if (mark) element.dataset.mark = mark;
      if (cell.f) element.setAttribute('aria-invalid', 'true');
      else element.removeAttribute('aria-invalid');
      const about = this.about(cell);
      if (about) element.setAttribute('aria-description', about);
      else element.removeAttribute('aria-description');
    });
  }

  /** In a preview old and new stand side by side. */
  private shown(cell: Cell, number = false) {
    const text = cell.d ?? (number ? grouped(cell.t) : cell.t);
    return this.sheet.readOnly && cell.s === 'changed' ? `${number ? grouped(cell.w ?? '') : cell.w} → ${text}` : text;
  }

  private about(cell: Cell) {
    if (cell.f) return cell.f;
    if (cell.s === 'withdrawn') return say(this.sheet.words, 'withdrawn', cell.w ?? '');
    if (cell.s === 'changed') return say(this.sheet.words, 'changed', grouped(cell.w ?? ''));
    if (cell.s === 'new') return this.sheet.words.new ?? '';
    return cell.g ? this.sheet.words.suggested ?? '' : '';
  }

  private refill() {
    this.lines.forEach((line, row) => this.fill(line, row));
  }

  private isPicked(row: number, column: number) {
    const { top, bottom, left, right } = this.picked();
    return (top !== bottom || left !== right) && row >= top && row <= bottom && column >= left && column <= right;
  }

  private picked() {
    return {
      top: Math.min(this.at.row, this.from.row), bottom: Math.max(this.at.row, this.from.row),
      left: Math.min(this.at.column, this.from.column), right: Math.max(this.at.column, this.from.column),
    };
  }

  private element(place: Place) {
    return this.lines.get(place.row)?.children[place.column + 1] as HTMLElement | undefined;
  }

  private placeOf(event: Event): Place | null {
    const cell = event.composedPath().find((n) => n instanceof HTMLElement && n.dataset.row !== undefined);
    return cell ? { row: Number((cell as HTMLElement).dataset.row), column: Number((cell as HTMLElement).dataset.column) }
      : null;
  }

  private go(row: number, column: number, stretch = false) {
    const moved = row !== this.at.row;
    this.at = {
      row: Math.max(0, Math.min(this.sheet.rows.length - 1, row)),
      column: Math.max(0, Math.min(this.sheet.columns.length - 1, column)),
    };
    if (!stretch) this.from = this.at;
    this.reveal(false);
    this.draw();
    this.refill();
    this.focusAt();
    this.tell();
    if (moved && this.sheet.rows[this.at.row]) this.$server?.moved(this.sheet.rows[this.at.row].k);
  }

  private reveal(toEnd: boolean) {
    const height = this.height;
    const top = this.at.row * height;
    const { scrollTop, clientHeight } = this.scroller;
    if (toEnd) {
      this.body.style.height = `${this.sheet.rows.length * height}px`;
      this.scroller.scrollTop = top - clientHeight / 2;
    } else if (top < scrollTop) this.scroller.scrollTop = top;
    else if (top + 2 * height > scrollTop + clientHeight) this.scroller.scrollTop = top + 2 * height - clientHeight;
  }

  private focusAt() {
    const cell = this.element(this.at);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private focused(event: Event) {
    const place = this.placeOf(event);
    if (place && !this.editor && (place.row !== this.at.row || place.column !== this.at.column)) {
      this.at = place;
      this.from = place;
      this.refill();
      this.tell();
    }
  }

  /** The line under the sheet: what is wrong with the focused cell, or what it was. */
  private tell() {
    const cell = this.sheet.rows[this.at.row]?.c[this.at.column];
    const { top, bottom, left, right } = this.picked();
    const many = (bottom - top + 1) * (right - left + 1);
    this.bar.classList.toggle('wrong', Boolean(cell?.f));
    this.bar.textContent = many > 1 ? say(this.sheet.words, 'picked', String(many)) : cell ? this.about(cell) : '';
  }

  // Keys

  private keyDown(event: KeyboardEvent) {
    if (this.waiting) {
      if (event.key !== 'Shift' && event.key !== 'Control') {
        event.preventDefault();
        this.held.push(event);
      }
      return;
    }
    if (this.editor ? this.keyInEditor(event) : this.keyInGrid(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private keyInEditor(event: KeyboardEvent) {
    if (event.isComposing) return false;
    const { row, column } = this.at;
    switch (event.key) {
      case 'Enter':
        void this.commit(() => this.go(row + (event.shiftKey ? -1 : 1), column));
        return true;
      case 'Tab':
        void this.commit(() => this.go(row, column + (event.shiftKey ? -1 : 1)));
        return true;
      case 'Escape':
        this.cancel();
        return true;
      default:
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
          void this.commit(() => this.$server?.save());
          return true;
        }
        return false;
    }
  }

  private keyInGrid(event: KeyboardEvent) {
    const { row, column } = this.at;
    const control = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / this.height) - 2);
    const last = { row: this.sheet.rows.length - 1, column: this.sheet.columns.length - 1 };
    const stretch = event.shiftKey;
    if (event.altKey) return false;
    switch (event.key) {
      case 'ArrowUp': this.go(control ? 0 : row - 1, column, stretch); return true;
      case 'ArrowDown': this.go(control ? last.row : row + 1, column, stretch); return true;
      case 'ArrowLeft': this.go(row, control ? 0 : column - 1, stretch); return true;
      case 'ArrowRight': this.go(row, control ? last.column : column + 1, stretch); return true;
      case 'PageUp': this.go(row - page, column, stretch); return true;
      case 'PageDown': this.go(row + page, column, stretch); return true;
      case 'Home': this.go(control ? 0 : row, 0, stretch); return true;
      case 'End': this.go(control ? last.row : row, last.column, stretch); return true;
      case 'Tab':
        // At either end of a line Tab leaves the sheet, so nobody is caught in it.
        if (event.shiftKey ? column === 0 : column === last.column) return false;
        this.go(row, column + (event.shiftKey ? -1 : 1));
        return true;
      case 'Enter': case 'F2': this.edit(null); return true;
      case 'Delete': case 'Backspace': void this.clear(); return true;
      case 'Escape': this.go(row, column); return true;
    }
    if (control) {
      switch (event.key.toLowerCase()) {
        case 'z': if (event.shiftKey) this.$server?.redo(); else this.$server?.undo(); return true;
        case 'y': this.$server?.redo(); return true;
        case 's': this.$server?.save(); return true;
        case 'd': void this.fillDown(); return true;
        case 'a':
          this.from = { row: 0, column: 0 };
          this.go(last.row, last.column, true);
          return true;
      }
      return false;
    }
    if (event.key === 'Process' || event.keyCode === 229) {
      this.edit('');
      return false;
    }
    if (event.key.length === 1) {
      this.edit(event.key);
      return true;
    }
    return false;
  }

  private edit(first: string | null) {
    const cell = this.sheet.rows[this.at.row]?.c[this.at.column];
    const element = this.element(this.at);
    if (this.sheet.readOnly || !cell || !element || this.editor) return;
    this.from = this.at;
    const column = this.sheet.columns[this.at.column];
    this.editor = new Editor(element, column, `${column.label}, ${this.sheet.rows[this.at.row].l}`, cell.g ? '' : cell.t,
      first);
    this.editor.input.addEventListener('blur', () => this.blurred());
    this.editor.input.addEventListener('paste', (e) => e.stopPropagation());
    this.editor.input.addEventListener('copy', (e) => e.stopPropagation());
    this.editor.input.addEventListener('cut', (e) => e.stopPropagation());
  }

  private blurred() {
    if (this.editor && !this.waiting) void this.commit(() => undefined, false);
  }

  private cancel() {
    this.editor?.close();
    this.editor = null;
    this.refill();
    this.focusAt();
    this.tell();
  }

  /** Tells the server what was typed; a refused text stays in its box with the reason, anything else moves on. */
  private async commit(then: () => void, stay = true) {
    const editor = this.editor!;
    const { row, column } = this.at;
    if (!editor.changed) {
      this.editor = null;
      editor.close();
      then();
      return;
    }
    this.waiting = true;
    try {
      await this.tellServer([{ k: this.sheet.rows[row].k, c: this.sheet.columns[column].key, t: editor.text }]);
    } finally {
      this.waiting = false;
    }
    const fault = this.sheet.rows[row]?.c[column]?.f;
    if (fault && stay) {
      editor.refuse(fault);
      this.refill();
      this.tell();
      this.held = [];
      return;
    }
    this.editor = null;
    editor.close();
    then();
    this.release();
  }

  /** The keys that were pressed while the server was asked. */
  private release() {
    const held = this.held;
    this.held = [];
    for (const [i, event] of held.entries()) {
      if (this.editor && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
        this.editor.input.value += event.key;
      } else if (this.editor) {
        this.keyInEditor(event);
      } else {
        this.keyInGrid(event);
      }
      if (this.waiting) {
        this.held = held.slice(i + 1);
        return;
      }
    }
  }

  private async tellServer(cells: Typed[]) {
    const answer = await this.$server?.typed(JSON.stringify(cells));
    if (!answer) return;
    const rows: Row[] = JSON.parse(answer);
    const byKey = new Map(this.sheet.rows.map((r, i) => [r.k, i]));
    for (const row of rows) {
      const at = byKey.get(row.k);
      if (at !== undefined) this.sheet.rows[at] = row;
    }
    this.refill();
    this.tell();
  }

  private eachPicked(text: (place: Place) => string) {
    const { top, bottom, left, right } = this.picked();
    const cells: Typed[] = [];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        cells.push({ k: this.sheet.rows[row].k, c: this.sheet.columns[column].key, t: text({ row, column }) });
      }
    }
    return cells;
  }

  private async clear() {
    if (!this.sheet.readOnly) await this.tellServer(this.eachPicked(() => ''));
  }

  /** Copies the first line of what is picked into the others; for one cell, the cell above it. */
  private async fillDown() {
    if (this.sheet.readOnly) return;
    const { top, bottom } = this.picked();
    const source = top === bottom ? top - 1 : top;
    if (source < 0) return;
    await this.tellServer(this.eachPicked(({ column }) => this.sheet.rows[source].c[column].t)
      .filter((c) => c.k !== this.sheet.rows[source].k));
  }

  // Mouse and clipboard

  private mouseDown(event: MouseEvent) {
    const place = this.placeOf(event);
    if (!place || event.composedPath()[0] instanceof HTMLInputElement) return;
    event.preventDefault();
    this.tappedAgain = !this.editor && place.row === this.at.row && place.column === this.at.column;
    if (this.editor) {
      void this.commit(() => this.go(place.row, place.column, event.shiftKey));
      return;
    }
    this.go(place.row, place.column, event.shiftKey);
    const drag = (e: MouseEvent) => {
      const over = this.placeOf(e);
      if (over && (over.row !== this.at.row || over.column !== this.at.column)) this.go(over.row, over.column, true);
    };
    const stop = () => {
      removeEventListener('mousemove', drag);
      removeEventListener('mouseup', stop);
    };
    addEventListener('mousemove', drag);
    addEventListener('mouseup', stop);
  }

  /** What is picked as a table, with the periods where whole lines are picked. */
  private copy(event: ClipboardEvent) {
    if (this.editor) return;
    const { top, bottom, left, right } = this.picked();
    const whole = left === 0 && right === this.sheet.columns.length - 1;
    const lines: string[] = [];
    for (let row = top; row <= bottom; row++) {
      const cells = this.sheet.rows[row].c.slice(left, right + 1).map((c) => quoted(c.t));
      lines.push((whole ? [this.sheet.rows[row].k, ...cells] : cells).join('\t'));
    }
    event.clipboardData?.setData('text/plain', lines.join('\n'));
    event.preventDefault();
    if (event.type === 'cut') void this.clear();
  }

  private paste(event: ClipboardEvent) {
    if (this.editor || this.sheet.readOnly) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    if (text.trim()) {
      const { top, left } = this.picked();
      this.$server?.pasted(this.sheet.rows[top].k, this.sheet.columns[left].key, text);
    }
  }
}

function quoted(text: string) {
  return /[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

customElements.define('race-sheet', RaceSheet);
