/** What the server tells of a sheet. Texts are always set as text, never as markup. */

export type State = 'new' | 'changed' | 'withdrawn' | 'faulty';

export interface Cell {
  /** As it would be typed. */
  t: string;
  /** As it is shown, where that differs. */
  d?: string;
  s?: State;
  /** What the store holds. */
  w?: string;
  /** What is wrong with it. */
  f?: string;
  /** Nobody typed it: taken over from the line before. */
  g?: boolean;
}

export interface Row {
  /** The period, which names the line. */
  k: string;
  l: string;
  s?: State;
  c: Cell[];
}

export interface Option {
  value: string;
  label: string;
}

export interface Column {
  key: string;
  label: string;
  number?: boolean;
  /** Share of the width that is left over. */
  grow?: number;
  options?: Option[];
}

export interface Sheet {
  label: string;
  period: string;
  columns: Column[];
  rows: Row[];
  readOnly: boolean;
  /** Sentences with {0}. */
  words: Record<string, string>;
}

export interface Typed {
  k: string;
  c: string;
  t: string;
}

export interface Place {
  row: number;
  column: number;
}

export function say(words: Record<string, string>, key: string, ...values: string[]) {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (_, n) => values[Number(n)] ?? '');
}

/** 8934834.5 as 8,934,834.5; anything but a plain number as it is. */
export function grouped(text: string) {
  const m = /^(-?)(\d+)(\.\d+)?$/.exec(text);
  return m ? m[1] + m[2].replace(/\B(?=(\d{3})+$)/g, ',') + (m[3] ?? '') : text;
}
