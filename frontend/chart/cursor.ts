import type { Plot } from './plot';
import { type Chart, type Line, type Value, values } from './types';

/** Where the reader points to: a date, slot or row, and with the keyboard one line there. */
export interface Cursor {
  x: number;
  line?: string;
}

/** The date, slot or row nearest to a place; undefined where nothing is drawn. */
export function nearest(plot: Plot, x: number, y: number): Cursor | undefined {
  const { chart } = plot;
  if (chart.draw === 'BARS') {
    const row = Math.floor(y / plot.row);
    return chart.lines[row] ? { x: row } : undefined;
  }
  let best: number | undefined;
  for (const at of places(plot)) {
    if (best === undefined || Math.abs(plot.x(at) - x) < Math.abs(plot.x(best) - x)) best = at;
  }
  return best === undefined ? undefined : { x: best };
}

/** All visible dates, slots or rows that have a value, in order. */
export function places(plot: Plot, line?: Line) {
  const { chart } = plot;
  const lines = line ? [line] : chart.lines;
  const all = new Set(lines.flatMap((l) => values(chart, l).map((p) => p.x)));
  return [...all].filter((x) => chart.draw === 'BARS' || plot.inside(plot.x(x))).sort((a, b) => a - b);
}

/** The values at a place, largest first. */
export function at(chart: Chart, x: number): { line: Line; value: Value }[] {
  return chart.lines
    .flatMap((line) => values(chart, line).filter((p) => p.x === x).map((value) => ({ line, value })))
    .sort((a, b) => b.value.y - a.value.y);
}

/** Where a key leads; undefined for keys that move nothing. */
export function moved(plot: Plot, cursor: Cursor | undefined, key: string): Cursor | undefined {
  const { chart } = plot;
  const drawn = chart.lines.filter((line) => places(plot, line).length);
  if (!drawn.length) return undefined;
  const line = drawn.find((l) => l.key === cursor?.line) ?? (cursor && at(chart, cursor.x)[0]?.line) ?? drawn[0];
  if (chart.draw === 'BARS') return movedRow(plot, cursor, key);
  const all = places(plot, line);
  const here = cursor ? closest(all, cursor.x) : all.length - 1;
  switch (key) {
    case 'ArrowLeft': return { x: all[Math.max(0, cursor ? here - 1 : here)], line: line.key };
    case 'ArrowRight': return { x: all[Math.min(all.length - 1, cursor ? here + 1 : here)], line: line.key };
    case 'Home': return { x: all[0], line: line.key };
    case 'End': return { x: all[all.length - 1], line: line.key };
    case 'ArrowUp':
    case 'ArrowDown': {
      const step = !cursor ? 0 : key === 'ArrowDown' ? 1 : -1;
      const other = drawn[(drawn.indexOf(line) + step + drawn.length) % drawn.length];
      const there = places(plot, other);
      return { x: there[closest(there, cursor?.x ?? there[there.length - 1])], line: other.key };
    }
    default: return undefined;
  }
}

function movedRow(plot: Plot, cursor: Cursor | undefined, key: string): Cursor | undefined {
  const last = plot.chart.lines.length - 1;
  const row = cursor?.x ?? (key === 'ArrowUp' || key === 'ArrowLeft' ? 1 : -1);
  switch (key) {
    case 'ArrowUp':
    case 'ArrowLeft': return rowAt(plot, Math.max(0, row - 1));
    case 'ArrowDown':
    case 'ArrowRight': return rowAt(plot, Math.min(last, row + 1));
    case 'Home': return rowAt(plot, 0);
    case 'End': return rowAt(plot, last);
    default: return undefined;
  }
}

function rowAt(plot: Plot, x: number): Cursor {
  return { x, line: plot.chart.lines[x].key };
}

function closest(sorted: number[], x: number) {
  let best = 0;
  sorted.forEach((at, nth) => {
    if (Math.abs(at - x) < Math.abs(sorted[best] - x)) best = nth;
  });
  return best;
}
