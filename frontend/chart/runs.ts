import { type Stroke, strokeOf } from './style';
import { type Chart, fits, type Line, type Point, type Value } from './types';

/** A piece of line of one style; it begins at the last point of the piece before. */
export interface Run {
  stroke: Stroke;
  points: Value[];
}

/** Cuts a line where its style changes and where values are missing; every piece has two points at least. */
export function runs(chart: Chart, line: Line): Run[] {
  const found: Run[] = [];
  let before: Value | undefined;
  for (const point of line.points) {
    if (point.y === undefined || !fits(chart, point.y)) {
      before = undefined;
      continue;
    }
    const value = point as Value;
    if (before) {
      const stroke = strokeOf(value);
      const last = found[found.length - 1];
      const goesOn = last?.stroke === stroke && last.points[last.points.length - 1] === before;
      if (goesOn) last.points.push(value);
      else found.push({ stroke, points: [before, value] });
    }
    before = value;
  }
  return found;
}

export interface Bounds {
  point: Value;
  low: number;
  high: number;
}

/** Neighbouring values with an interval, to be drawn as a band; the rest as whiskers. */
export function bounds(chart: Chart, line: Line): { bands: Bounds[][]; whiskers: Bounds[] } {
  const bands: Bounds[][] = [];
  let open: Bounds[] | undefined;
  const whiskers: Bounds[] = [];
  for (const point of line.points) {
    const bound = boundsOf(chart, point);
    const both = bound && point.low !== undefined && point.high !== undefined && fits(chart, point.low);
    if (both && chart.draw === 'LINE') {
      if (!open) bands.push((open = []));
      open.push(bound);
    } else {
      open = undefined;
      if (bound) whiskers.push(bound);
    }
  }
  whiskers.push(...bands.filter((b) => b.length === 1).flat());
  return { bands: bands.filter((b) => b.length > 1), whiskers };
}

function boundsOf(chart: Chart, point: Point): Bounds | undefined {
  const { y, low, high } = point;
  if (y === undefined || !fits(chart, y) || (low === undefined && high === undefined)) return undefined;
  return { point: point as Value, low: low !== undefined && fits(chart, low) ? low : y, high: high ?? y };
}
