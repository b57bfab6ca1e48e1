import type { Line, Point } from './types';

/** How sure a value is, as a style of line and mark; the same five as `io.raceboard.chart.Stroke`. */
export type Stroke = 'actual' | 'estimate' | 'announced' | 'projection' | 'partial';

/** The style of a value and of the piece of line that leads to it. */
export function strokeOf(point: Point): Stroke {
  if (point.partial) return 'partial';
  return (point.status ?? 'ACTUAL').toLowerCase() as Stroke;
}

export function hollow(stroke: Stroke) {
  return stroke === 'announced' || stroke === 'projection' || stroke === 'partial';
}

/** SVG dashes: the style's own, else those of the entity. */
export function dashes(stroke: Stroke, dash: Line['dash']) {
  if (stroke === 'partial') return '1 5';
  if (stroke === 'projection') return '6 5';
  if (stroke === 'announced') return '12 6';
  return dash === 'dash' ? '9 3' : dash === 'dot' ? '2 3' : '';
}

export function width(stroke: Stroke, line: Line) {
  const full = line.dash === 'thin' ? 1.5 : 2.5;
  return (stroke === 'estimate' ? full - 0.75 : full) - (line.rank > 1 ? 0.5 : 0);
}

/** Inside of a mark. */
export function fill(stroke: Stroke, colour: string) {
  if (stroke === 'actual') return colour;
  return stroke === 'estimate' ? `color-mix(in srgb, ${colour} 40%, var(--surface, Canvas))` : 'var(--surface, Canvas)';
}

/** The shape that marks an entity's values, around 0 0. */
export function glyph(marker: Line['marker']) {
  switch (marker) {
    case 'square': return 'M-3.5-3.5h7v7h-7z';
    case 'triangle': return 'M0-4.5 4.5 3.5h-9z';
    case 'diamond': return 'M0-5 5 0 0 5-5 0z';
    case 'none': return circle(2.5);
    default: return circle(4);
  }
}

function circle(r: number) {
  return `M-${r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0z`;
}
