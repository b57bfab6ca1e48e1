import { svg } from './dom';
import { apart } from './labels';
import { barLabel, namesAtEnds, type Plot } from './plot';
import { bounds } from './runs';
import { fill, glyph, hollow, strokeOf } from './style';
import { type Line, values } from './types';

/** What lies under the data: grid, axis labels, today. */
export function ground(plot: Plot): Node[] {
  const { chart, box: { em } } = plot;
  if (chart.draw === 'BARS') {
    return [svg('path', { class: 'grid', d: `M${plot.bar(0)} 0V${plot.bottom}`, 'stroke-opacity': 0.6 })];
  }
  const nodes: Node[] = [];
  const ticks = roomy(plot);
  ticks.forEach((tick, nth) => {
    const y = plot.y(tick.at);
    const last = nth === ticks.length - 1;
    nodes.push(
      svg('path', { class: 'grid', d: `M0 ${y}H${plot.right}`, 'stroke-opacity': tick.at === 0 ? 0.6 : 0.2 }),
      svg('text', { class: 'tick', x: 0, y: y - em / 3 }, last ? `${tick.label}\u2002${chart.y.label}` : tick.label),
    );
  });
  if (today(plot)) {
    const x = plot.x(chart.today);
    nodes.push(
      svg('path', { class: 'today', d: `M${x} ${plot.top}V${plot.bottom}`, 'stroke-dasharray': '2 3' }),
      x + 4 + plot.box.measure(chart.words.today) <= plot.right
        ? svg('text', { class: 'tick', x: x + 4, y: plot.bottom - 4 }, chart.words.today)
        : svg('text', { class: 'tick', x: x - 4, y: plot.bottom - 4, 'text-anchor': 'end' }, chart.words.today),
    );
  }
  return [...nodes, ...dates(plot)];
}

/** As many grid lines as have room for their labels, evenly left out. */
function roomy(plot: Plot) {
  const { chart: { y: { ticks } }, box: { em } } = plot;
  const places = ticks.map((t) => plot.y(t.at));
  for (let every = 1; every < ticks.length; every++) {
    const kept = ticks.filter((_, nth) => (ticks.length - 1 - nth) % every === 0);
    const gaps = places.filter((_, nth) => (ticks.length - 1 - nth) % every === 0).map((p, nth, all) => (nth ? all[nth - 1] - p : Infinity));
    if (gaps.every((g) => g >= em * 1.25)) return kept;
  }
  return ticks.slice(-1);
}

function today(plot: Plot) {
  const { draw, today, x } = plot.chart;
  return draw !== 'COLUMNS' && today > x.from && today < x.to && plot.inside(plot.x(today));
}

function dates(plot: Plot) {
  const { width, height, em, measure } = plot.box;
  let free = -Infinity;
  return plot.dates().flatMap(({ x: at, label }) => {
    const half = measure(label) / 2;
    const x = Math.min(Math.max(plot.x(at), half), width - half);
    if (x - half < free) return [];
    free = x + half + em / 2;
    return [svg('text', { class: 'tick', x, y: height - em / 2, 'text-anchor': 'middle' }, label)];
  });
}

/** What lies over the data: whiskers, the mark of each value, names at the line ends. */
export function top(plot: Plot): Node[] {
  const { chart } = plot;
  if (chart.draw === 'BARS') return rows(plot);
  const lines = [...chart.lines].reverse();
  return [
    ...lines.flatMap((line) => whiskers(plot, line)),
    ...(chart.draw === 'COLUMNS' ? [] : lines.flatMap((line) => marks(plot, line))),
    ...(namesAtEnds(chart, plot.box) ? names(plot) : []),
  ];
}

function whiskers(plot: Plot, line: Line) {
  const { chart } = plot;
  const nth = chart.lines.indexOf(line);
  return bounds(chart, line).whiskers.flatMap(({ point, low, high }) => {
    const x = chart.draw === 'COLUMNS' ? plot.columnX(point.x, nth) : plot.x(point.x);
    if (!plot.inside(x)) return [];
    return [svg('path', { class: 'whisker', stroke: line.colour, d: `M${x} ${plot.y(low)}V${plot.y(high)}` })];
  });
}

/** Values closer than this are drawn without a mark each; the line shows them. */
const MARK_ROOM = 18;

function marks(plot: Plot, line: Line) {
  const { chart } = plot;
  const all = values(chart, line);
  const roomy = chart.draw === 'DOTS' || plot.spacing(line) >= MARK_ROOM;
  return all.flatMap((p) => {
    const x = plot.x(p.x);
    const stroke = strokeOf(p);
    const at = line.points.indexOf(p);
    const alone = line.points[at - 1]?.y === undefined && line.points[at + 1]?.y === undefined;
    if (!plot.inside(x) || !(roomy || hollow(stroke) || alone || p === all[all.length - 1])) return [];
    return [mark(line, stroke, x, plot.y(p.y))];
  });
}

function mark(line: Line, stroke: ReturnType<typeof strokeOf>, x: number, y: number) {
  return svg('path', {
    class: `point ${stroke}`, d: glyph(line.marker), transform: `translate(${x} ${y})`,
    fill: fill(stroke, line.colour), stroke: line.colour,
  });
}

/** Each line's name beside its last visible value, moved apart where names would meet. */
function names(plot: Plot) {
  const { em } = plot.box;
  const ends = plot.chart.lines
    .map((line) => ({ line, last: values(plot.chart, line).filter((p) => plot.chart.draw === 'COLUMNS' || plot.inside(plot.x(p.x))).pop() }))
    .flatMap(({ line, last }) => (last ? [{ line, y: plot.y(last.y) }] : []))
    .sort((a, b) => a.y - b.y);
  const places = apart(ends.map((e) => e.y), em * 1.2, plot.top - em / 2, plot.bottom);
  return ends.map(({ line }, nth) =>
    svg('text', { class: 'entity end-name', x: plot.right + em * 0.7, y: places[nth] + em / 3, style: `--entity:${line.colour}` },
      shortened(line.name, plot)));
}

function shortened(name: string, plot: Plot) {
  const room = plot.box.width - plot.right - plot.box.em * 0.7;
  if (plot.box.measure(name) <= room) return name;
  let text = name;
  while (text.length > 2 && plot.box.measure(`${text}…`) > room) text = text.slice(0, -1);
  return `${text.trimEnd()}…`;
}

/** Names above, values behind the bars. */
function rows(plot: Plot): Node[] {
  const { chart, row, box: { em } } = plot;
  return chart.lines.flatMap((line, nth) => {
    const value = values(chart, line)[0];
    if (!value) return [];
    const middle = (nth + 0.5) * row;
    const end = Math.max(0, value.y, value.high ?? 0);
    const whisker = value.low === undefined && value.high === undefined ? [] : [
      svg('path', { class: 'whisker', d: `M${plot.bar(value.low ?? value.y)} ${middle}H${plot.bar(value.high ?? value.y)}` }),
    ];
    return [
      svg('text', { class: 'bar-name', x: 0, y: middle - row * 0.18 - em * 0.35 }, line.name),
      ...whisker,
      svg('text', { class: 'bar-value', x: plot.bar(end) + em / 2, y: middle + em / 3 }, barLabel(chart, line)),
    ];
  });
}
