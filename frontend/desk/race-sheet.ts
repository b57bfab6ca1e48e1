import { html } from '../chart/dom';
import { asTable } from './sheet/clipboard';
import { Editor } from './sheet/editor';
import { keyInEditor, keyInGrid } from './sheet/keys';
import type { Acts, EditorActs } from './sheet/keys';
import { Lines } from './sheet/lines';
import { Selection } from './sheet/selection';
import { style } from './sheet/style';
import { say } from './sheet/types';
import type { Row, Sheet, Typed } from './sheet/types';

interface Server {
  typed(cells: string): Promise<string>;
  pasted(period: string, column: string, text: string): void;
  undo(): void;
  redo(): void;
  save(): void;
  moved(period: string): void;
}

/**
 * A sheet of values as in a spreadsheet: one line per period. The server holds what is in it; this element moves in it,
 * types, and tells the server. How it looks is in {@link Lines}, what the keys do in {@link keyInGrid}.
 */
class RaceSheet extends HTMLElement implements Acts, EditorActs {
  declare $server?: Server;
  private sheet: Sheet = { label: '', period: '', columns: [], rows: [], readOnly: true, words: {} };
  private editor: Editor | null = null;
  /** Whether the cell under the finger was the focused one before: a second tap types. */
  private tappedAgain = false;
  /** Nobody has moved in it yet, so it may still be scrolled to where the newest lines are. */
  private untouched = true;
  private waiting = false;
  private held: KeyboardEvent[] = [];
  private readonly selection = new Selection();
  private readonly lines = new Lines(this, this.selection);
  private readonly bar = html('div', { class: 'bar', role: 'status' });
  private readonly resized = new ResizeObserver(() => {
    if (this.untouched) this.lines.reveal(true);
    this.lines.draw();
  });

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const sheet = document.createElement('style');
    sheet.textContent = style;
    const { scroller, grid, lists } = this.lines;
    root.append(sheet, scroller, this.bar, lists);
    for (const act of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
      scroller.addEventListener(act, () => { this.untouched = false; }, { passive: true, capture: true });
    }
    grid.addEventListener('keydown', (e) => this.keyDown(e));
    grid.addEventListener('mousedown', (e) => this.mouseDown(e));
    grid.addEventListener('click', (e) => {
      if ((e as PointerEvent).pointerType === 'touch' && this.tappedAgain) this.edit(null);
    });
    grid.addEventListener('dblclick', (e) => this.lines.placeOf(e) && this.edit(null));
    grid.addEventListener('copy', (e) => this.copy(e));
    grid.addEventListener('cut', (e) => this.copy(e));
    grid.addEventListener('paste', (e) => this.paste(e));
    grid.addEventListener('focusin', (e) => this.focused(e));
  }

  connectedCallback() {
    this.resized.observe(this.lines.scroller);
  }

  disconnectedCallback() {
    this.resized.disconnect();
  }

  /** The whole sheet anew; the focused cell stays the same one. */
  show(json: string, goTo?: string) {
    const { row, column } = this.selection.at;
    const key = this.sheet.rows[row]?.k;
    const hadFocus = this.shadowRoot!.activeElement !== null && !this.editor;
    const first = this.sheet.columns.length === 0;
    this.sheet = JSON.parse(json);
    const wanted = this.sheet.rows.findIndex((r) => r.k === (goTo ?? key));
    this.selection.go({ row: wanted >= 0 ? wanted : Math.max(0, this.sheet.rows.length - 1), column });
    this.lines.show(this.sheet, !this.editor);
    if (first || goTo || this.untouched) this.lines.reveal(true);
    this.lines.draw();
    this.lines.refill();
    if (hadFocus) this.lines.focusAt();
    this.tell();
  }

  /** Moves the keyboard into the sheet. */
  focus() {
    this.lines.focusAt();
  }

  /** The line under the sheet: what is wrong with the focused cell, or what it was. */
  private tell() {
    const cell = this.sheet.rows[this.selection.at.row]?.c[this.selection.at.column];
    const many = this.selection.cells;
    this.bar.classList.toggle('wrong', Boolean(cell?.f));
    this.bar.textContent = many > 1 ? say(this.sheet.words, 'picked', String(many)) : cell ? this.lines.about(cell) : '';
  }

  // Moving

  go(row: number, column: number, stretch = false) {
    const before = this.selection.at.row;
    this.selection.go({
      row: Math.max(0, Math.min(this.sheet.rows.length - 1, row)),
      column: Math.max(0, Math.min(this.sheet.columns.length - 1, column)),
    }, stretch);
    const now = this.selection.at.row;
    this.lines.reveal(false);
    this.lines.draw();
    this.lines.refill();
    this.lines.focusAt();
    this.tell();
    if (now !== before && this.sheet.rows[now]) this.$server?.moved(this.sheet.rows[now].k);
  }

  pickAll() {
    this.selection.begin({ row: 0, column: 0 });
    this.go(this.sheet.rows.length - 1, this.sheet.columns.length - 1, true);
  }

  private focused(event: Event) {
    const place = this.lines.placeOf(event);
    if (place && !this.editor && !this.selection.isAt(place)) {
      this.selection.go(place);
      this.lines.refill();
      this.tell();
    }
  }

  private mouseDown(event: MouseEvent) {
    const place = this.lines.placeOf(event);
    if (!place || event.composedPath()[0] instanceof HTMLInputElement) return;
    event.preventDefault();
    this.tappedAgain = !this.editor && this.selection.isAt(place);
    if (this.editor) {
      void this.take(() => this.go(place.row, place.column, event.shiftKey));
      return;
    }
    this.go(place.row, place.column, event.shiftKey);
    const drag = (e: MouseEvent) => {
      const over = this.lines.placeOf(e);
      if (over && !this.selection.isAt(over)) this.go(over.row, over.column, true);
    };
    const stop = () => {
      removeEventListener('mousemove', drag);
      removeEventListener('mouseup', stop);
    };
    addEventListener('mousemove', drag);
    addEventListener('mouseup', stop);
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
    if (this.press(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private press(event: KeyboardEvent) {
    const last = { row: this.sheet.rows.length - 1, column: this.sheet.columns.length - 1 };
    return this.editor ? keyInEditor(event, this.selection.at, this)
      : keyInGrid(event, this.selection.at, last, this.lines.page, this);
  }

  /** The keys that were pressed while the server was asked. */
  private release() {
    const held = this.held;
    this.held = [];
    for (const [i, event] of held.entries()) {
      if (this.editor && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
        this.editor.input.value += event.key;
      } else {
        this.press(event);
      }
      if (this.waiting) {
        this.held = held.slice(i + 1);
        return;
      }
    }
  }

  // Typing into a cell

  edit(first: string | null) {
    const { row, column: at } = this.selection.at;
    const cell = this.sheet.rows[row]?.c[at];
    const element = this.lines.element(this.selection.at);
    if (this.sheet.readOnly || !cell || !element || this.editor) return;
    this.selection.begin(this.selection.at);
    const column = this.sheet.columns[at];
    this.editor = new Editor(element, column, `${column.label}, ${this.sheet.rows[row].l}`, cell.g ? '' : cell.t, first);
    this.editor.input.addEventListener('blur', () => {
      if (this.editor && !this.waiting) void this.take(() => undefined, false);
    });
    this.editor.input.addEventListener('input', () => this.editor && this.keepHere({ ...this.cellAt(), t: this.editor.text }));
    for (const act of ['paste', 'copy', 'cut']) this.editor.input.addEventListener(act, (e) => e.stopPropagation());
  }

  cancel() {
    this.isThere(this.cellAt());
    this.editor?.close();
    this.editor = null;
    this.lines.refill();
    this.lines.focusAt();
    this.tell();
  }

  takeAndGo(row: number, column: number) {
    void this.take(() => this.go(row, column));
  }

  takeAndSave() {
    void this.take(() => this.save());
  }

  /** Tells the server what was typed; a refused text stays in its box with the reason, anything else moves on. */
  private async take(then: () => void, stay = true) {
    const editor = this.editor!;
    const { row, column } = this.selection.at;
    if (!editor.changed) {
      this.isThere(this.cellAt());
      this.editor = null;
      editor.close();
      then();
      return;
    }
    this.waiting = true;
    try {
      await this.tellServer([{ ...this.cellAt(), t: editor.text }]);
    } finally {
      this.waiting = false;
    }
    const fault = this.sheet.rows[row]?.c[column]?.f;
    if (fault && stay) {
      editor.refuse(fault);
      this.lines.refill();
      this.tell();
      this.held = [];
      return;
    }
    this.editor = null;
    editor.close();
    then();
    this.release();
  }

  private async tellServer(cells: Typed[]) {
    cells.forEach((cell) => this.keepHere(cell));
    const answer = await this.$server?.typed(JSON.stringify(cells));
    if (!answer) return;
    cells.forEach((cell) => this.isThere(cell));
    const rows: Row[] = JSON.parse(answer);
    const byKey = new Map(this.sheet.rows.map((r, i) => [r.k, i]));
    for (const row of rows) {
      const at = byKey.get(row.k);
      if (at !== undefined) this.sheet.rows[at] = row;
    }
    this.lines.refill();
    this.tell();
  }

  // Many cells at once

  private cellAt() {
    const { row, column } = this.selection.at;
    return { k: this.sheet.rows[row].k, c: this.sheet.columns[column].key };
  }

  /** Until the server has answered, the page may keep it, too. */
  private keepHere(cell: Typed) {
    this.dispatchEvent(new CustomEvent('typed-here', { detail: { name: nameOf(cell), text: cell.t } }));
  }

  private isThere(cell: Pick<Typed, 'k' | 'c'>) {
    this.dispatchEvent(new CustomEvent('typed-there', { detail: { name: nameOf(cell) } }));
  }

  private eachPicked(text: (column: number) => string): Typed[] {
    return this.selection.places().map(({ row, column }) =>
      ({ k: this.sheet.rows[row].k, c: this.sheet.columns[column].key, t: text(column) }));
  }

  clear() {
    if (!this.sheet.readOnly) void this.tellServer(this.eachPicked(() => ''));
  }

  /** Copies the first line of what is picked into the others; for one cell, the cell above it. */
  fillDown() {
    const { top, bottom } = this.selection.block;
    const source = this.sheet.rows[top === bottom ? top - 1 : top];
    if (this.sheet.readOnly || !source) return;
    void this.tellServer(this.eachPicked((column) => source.c[column].t).filter((c) => c.k !== source.k));
  }

  private copy(event: ClipboardEvent) {
    if (this.editor) return;
    event.clipboardData?.setData('text/plain', asTable(this.sheet, this.selection));
    event.preventDefault();
    if (event.type === 'cut') this.clear();
  }

  private paste(event: ClipboardEvent) {
    if (this.editor || this.sheet.readOnly) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    if (text.trim()) {
      const { top, left } = this.selection.block;
      this.$server?.pasted(this.sheet.rows[top].k, this.sheet.columns[left].key, text);
    }
  }

  // What the server does

  undo() {
    this.$server?.undo();
  }

  redo() {
    this.$server?.redo();
  }

  save() {
    this.$server?.save();
  }
}

function nameOf(cell: Pick<Typed, 'k' | 'c'>) {
  return `cell/${cell.k}/${cell.c}`;
}

customElements.define('race-sheet', RaceSheet);
