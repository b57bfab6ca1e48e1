import type { Selection } from './selection';
import type { Sheet } from './types';

/** What is picked as a table, with the periods where whole lines are picked. */
export function asTable(sheet: Sheet, selection: Selection) {
  const { top, bottom, left, right } = selection.block;
  const whole = left === 0 && right === sheet.columns.length - 1;
  return sheet.rows.slice(top, bottom + 1).map((row) => {
    const cells = row.c.slice(left, right + 1).map((c) => quoted(c.t));
    return (whole ? [row.k, ...cells] : cells).join('\t');
  }).join('\n');
}

function quoted(text: string) {
  return /[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
