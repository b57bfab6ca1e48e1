import type { Column } from './types';

/** The box in which a cell is typed. Keys that come while an answer is awaited wait, too. */
export class Editor {
  readonly input = document.createElement('input');
  private readonly before: string;

  constructor(readonly cell: HTMLElement, column: Column, name: string, text: string, first: string | null) {
    this.before = text;
    this.input.type = 'text';
    this.input.autocomplete = 'off';
    this.input.spellcheck = column.key === 'note';
    this.input.setAttribute('aria-label', name);
    if (column.number) this.input.className = 'number';
    if (column.options) this.input.setAttribute('list', `options-${column.key}`);
    this.input.value = first ?? text;
    cell.append(this.input);
    this.input.focus();
    if (first === null) this.input.select();
    else this.input.setSelectionRange(first.length, first.length);
  }

  get text() {
    return this.input.value;
  }

  get changed() {
    return this.input.value !== this.before;
  }

  /** Stays open and says why. */
  refuse(reason: string) {
    this.input.setAttribute('aria-invalid', 'true');
    this.input.setAttribute('aria-description', reason);
    this.input.title = reason;
    this.input.focus();
    this.input.select();
  }

  close() {
    this.input.remove();
  }
}
