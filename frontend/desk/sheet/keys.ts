import type { Place } from './types';

/** What a key can do to a sheet. */
export interface Acts {
  go(row: number, column: number, stretch?: boolean): void;
  pickAll(): void;
  /** Opens the cell for typing, with this text or with what is in it. */
  edit(first: string | null): void;
  clear(): void;
  fillDown(): void;
  undo(): void;
  redo(): void;
  save(): void;
}

/** What a key can do while a cell is typed in. */
export interface EditorActs {
  /** Takes the text and goes on to another cell. */
  takeAndGo(row: number, column: number): void;
  takeAndSave(): void;
  cancel(): void;
}

function control(event: KeyboardEvent) {
  return event.ctrlKey || event.metaKey;
}

/** A key while a cell is typed in; answers whether it was meant for the sheet. */
export function keyInEditor(event: KeyboardEvent, at: Place, acts: EditorActs) {
  if (event.isComposing) return false;
  const step = event.shiftKey ? -1 : 1;
  switch (event.key) {
    case 'Enter': acts.takeAndGo(at.row + step, at.column); return true;
    case 'Tab': acts.takeAndGo(at.row, at.column + step); return true;
    case 'Escape': acts.cancel(); return true;
  }
  if (control(event) && event.key.toLowerCase() === 's') {
    acts.takeAndSave();
    return true;
  }
  return false;
}

/** A key while moving in the sheet; answers whether it was meant for it. */
export function keyInGrid(event: KeyboardEvent, at: Place, last: Place, page: number, acts: Acts) {
  if (event.altKey) return false;
  return moves(event, at, last, page, acts) || (control(event) ? commands(event, acts) : types(event, acts));
}

function moves(event: KeyboardEvent, { row, column }: Place, last: Place, page: number, acts: Acts) {
  const far = control(event);
  const stretch = event.shiftKey;
  switch (event.key) {
    case 'ArrowUp': acts.go(far ? 0 : row - 1, column, stretch); return true;
    case 'ArrowDown': acts.go(far ? last.row : row + 1, column, stretch); return true;
    case 'ArrowLeft': acts.go(row, far ? 0 : column - 1, stretch); return true;
    case 'ArrowRight': acts.go(row, far ? last.column : column + 1, stretch); return true;
    case 'PageUp': acts.go(row - page, column, stretch); return true;
    case 'PageDown': acts.go(row + page, column, stretch); return true;
    case 'Home': acts.go(far ? 0 : row, 0, stretch); return true;
    case 'End': acts.go(far ? last.row : row, last.column, stretch); return true;
    case 'Tab':
      // At either end of a line Tab leaves the sheet, so nobody is caught in it.
      if (event.shiftKey ? column === 0 : column === last.column) return false;
      acts.go(row, column + (event.shiftKey ? -1 : 1));
      return true;
    case 'Escape': acts.go(row, column); return true;
    case 'Enter': case 'F2': acts.edit(null); return true;
    case 'Delete': case 'Backspace': acts.clear(); return true;
  }
  return false;
}

function commands(event: KeyboardEvent, acts: Acts) {
  switch (event.key.toLowerCase()) {
    case 'z': if (event.shiftKey) acts.redo(); else acts.undo(); return true;
    case 'y': acts.redo(); return true;
    case 's': acts.save(); return true;
    case 'd': acts.fillDown(); return true;
    case 'a': acts.pickAll(); return true;
  }
  return false;
}

function types(event: KeyboardEvent, acts: Acts) {
  if (event.key === 'Process' || event.keyCode === 229) {
    // An input method begins: it must find the box already open.
    acts.edit('');
    return false;
  }
  if (event.key.length === 1) {
    acts.edit(event.key);
    return true;
  }
  return false;
}
