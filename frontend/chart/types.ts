/** A chart as the server describes it: `io.raceboard.chart.Chart`, where every part is explained. */
export interface Chart {
  slug: string;
  version: number;
  lang: 'en' | 'zh';
  draw: 'LINE' | 'STEP' | 'COLUMNS' | 'DOTS' | 'BARS';
  scale: 'LINEAR' | 'LOG';
  title: string;
  unit: string;
  interval?: string;
  y: { label: string; min: number; max: number; ticks: { at: number; label: string }[] };
  x: { from: number; to: number };
  slots: string[];
  times: number[];
  lines: Line[];
  marks: Mark[];
  today: number;
  sources: string[];
  words: Record<string, string>;
  summary: string;
}

export interface Line {
  key: string;
  entity: string;
  who: string;
  name: string;
  title: string;
  colour: string;
  dash: 'solid' | 'dash' | 'dot' | 'thin';
  marker: 'circle' | 'square' | 'triangle' | 'diamond' | 'none';
  rank: number;
  points: Point[];
}

/** Without `y` it is a gap. */
export interface Point {
  x: number;
  period: string;
  label: string;
  y?: number;
  low?: number;
  high?: number;
  status?: 'ACTUAL' | 'ESTIMATE' | 'ANNOUNCED' | 'PROJECTION';
  partial: boolean;
  text?: string;
  /** The text without its interval, and the interval, where there is one. */
  brief?: string;
  range?: string;
  source?: number;
  note?: string;
}

export interface Mark {
  x: number;
  date: string;
  label: string;
  href: string;
}

/** A point that has a value. */
export type Value = Point & { y: number; text: string };

/** The values of a line that have a place on the axis; a logarithmic one has none for zero and below. */
export function values(chart: Chart, line: Line): Value[] {
  return line.points.filter((p): p is Value => p.y !== undefined && fits(chart, p.y));
}

export function fits(chart: Chart, y: number) {
  return chart.scale !== 'LOG' || y > 0;
}
