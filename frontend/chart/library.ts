import ApexCharts, { type ApexOptions } from 'apexcharts';
import type { Plot } from './plot';
import { bounds, runs } from './runs';
import { dashes, hollow, type Stroke, strokeOf, width } from './style';
import { type Chart, values } from './types';

/**
 * All that is known of the chart library. It draws the data alone (lines, bands, columns, bars) and fills its box to
 * the edges; axes, names, marks and the hover card are ours.
 */
export class Drawn {
  private readonly library: ApexCharts;
  private pieces: Piece[] = [];

  /** @param box an empty element at the place of the plot */
  constructor(private readonly box: HTMLElement, plot: Plot) {
    // The library's own style sheet is for its tooltip and toolbar.
    if (!document.getElementById('apexcharts-css')) {
      const none = document.createElement('style');
      none.id = 'apexcharts-css';
      document.head.append(none);
    }
    this.library = new ApexCharts(box, this.options(plot));
  }

  async draw() {
    await this.library.render();
    this.dress();
  }

  /** Patches what is drawn; without animation. */
  async patch(plot: Plot) {
    await this.library.updateOptions(this.options(plot), false, false, false);
    this.dress();
  }

  destroy() {
    this.library.destroy();
  }

  private options(plot: Plot): ApexOptions {
    this.pieces = pieces(plot);
    const widest = Math.max(0, ...this.pieces.map((p) => p.width));
    // In this mode the library keeps half a stroke free above and below.
    Object.assign(this.box.style, {
      left: `${plot.left}px`, top: `${plot.top - widest / 2}px`, width: `${plot.width}px`, height: `${plot.height + widest}px`,
    });
    return {
      ...base(plot, plot.height + widest),
      series: this.pieces.map(({ type, data }) => ({ type, data, name: '' })) as ApexOptions['series'],
      colors: this.pieces.map((p) => p.colour),
      stroke: {
        width: this.pieces.map((p) => p.width),
        curve: this.pieces.map((p) => p.curve) as never,
        lineCap: 'round',
      },
      fill: { type: 'solid', opacity: this.pieces.map((p) => p.opacity) as never },
    };
  }

  /** What the library has no option for: dashes of two lengths, and the style of single columns and bars. */
  private dress() {
    this.pieces.forEach((piece, nth) => {
      const group = this.box.querySelector(`.apexcharts-series[data\\:realIndex="${nth}"]`);
      group?.querySelectorAll<SVGPathElement>('path').forEach((path) => {
        if (piece.columns) {
          const style = piece.columns[Number(path.getAttribute('j'))];
          if (style) dressColumn(path, style.stroke, style.colour);
        } else if (piece.dashes && path.getAttribute('fill') === 'none') {
          path.setAttribute('stroke-dasharray', piece.dashes);
        }
        if (piece.stroke) path.classList.add(piece.stroke);
      });
    });
  }
}

/** One series of the library: a style of a line, a band, the columns of a line, or all bars. */
interface Piece {
  type: 'line' | 'rangeArea' | 'bar';
  data: unknown[];
  colour: string;
  width: number;
  opacity: number;
  curve: 'straight' | 'stepline';
  stroke?: Stroke;
  dashes?: string;
  columns?: ({ stroke: Stroke; colour: string } | undefined)[];
}

function pieces(plot: Plot): Piece[] {
  switch (plot.chart.draw) {
    case 'COLUMNS': return columns(plot.chart);
    case 'BARS': return bars(plot.chart);
    case 'DOTS': return [nothing(plot)];
    default: {
      const found = [...bands(plot), ...lines(plot)];
      return found.length ? found : [nothing(plot)];
    }
  }
}

/** Lines the reader asked for first lie on top, so they come last. */
function lines(plot: Plot): Piece[] {
  const { chart } = plot;
  return [...chart.lines].reverse().flatMap((line) => {
    const byStroke = new Map<Stroke, unknown[]>();
    for (const run of runs(chart, line)) {
      const data = byStroke.get(run.stroke) ?? [];
      const [first] = run.points;
      if (data.length) data.push({ x: first.x, y: null });
      data.push(...run.points.map((p) => ({ x: p.x, y: plot.amount(p.y) })));
      byStroke.set(run.stroke, data);
    }
    return [...byStroke].map(([stroke, data]): Piece => ({
      type: 'line', data, stroke, colour: line.colour, width: width(stroke, line), opacity: 1,
      curve: chart.draw === 'STEP' ? 'stepline' : 'straight', dashes: dashes(stroke, line.dash),
    }));
  });
}

function bands(plot: Plot): Piece[] {
  return plot.chart.lines.flatMap((line) => bounds(plot.chart, line).bands.map((band): Piece => ({
    type: 'rangeArea', colour: line.colour, width: 0, opacity: 0.14, curve: 'straight',
    data: band.map(({ point, low, high }) => ({ x: point.x, y: [plot.amount(low), plot.amount(high)] })),
  })));
}

function columns(chart: Chart): Piece[] {
  return chart.lines.map((line): Piece => {
    const bySlot = new Map(values(chart, line).map((p) => [p.x, p]));
    const all = chart.slots.map((_, slot) => bySlot.get(slot));
    return {
      type: 'bar', colour: line.colour, width: 0, opacity: 1, curve: 'straight',
      data: all.map((p, slot) => ({ x: String(slot), y: p?.y ?? null })),
      columns: all.map((p) => p && { stroke: strokeOf(p), colour: line.colour }),
    };
  });
}

function bars(chart: Chart): Piece[] {
  const all = chart.lines.map((line) => ({ line, value: values(chart, line)[0] }));
  return [{
    type: 'bar', colour: 'currentColor', width: 0, opacity: 1, curve: 'straight',
    data: all.map(({ line, value }, row) => ({ x: String(row), y: value?.y ?? null, fillColor: line.colour })),
    columns: all.map(({ line, value }) => value && { stroke: strokeOf(value), colour: line.colour }),
  }];
}

/** The library cannot draw without any series. */
function nothing(plot: Plot): Piece {
  return {
    type: 'line', colour: 'transparent', width: 0, opacity: 0, curve: 'straight',
    data: [plot.from, plot.to].map((x) => ({ x, y: plot.amount(plot.chart.y.min) })),
  };
}

function base(plot: Plot, height: number): ApexOptions {
  const { chart } = plot;
  const slots = chart.draw === 'COLUMNS' || chart.draw === 'BARS';
  return {
    chart: {
      type: slots ? 'bar' : 'line',
      width: plot.width,
      height,
      sparkline: { enabled: true },
      animations: { enabled: false },
      zoom: { enabled: false },
      redrawOnParentResize: false,
      redrawOnWindowResize: false,
      parentHeightOffset: 0,
    },
    plotOptions: { bar: { horizontal: chart.draw === 'BARS', columnWidth: '76%', barHeight: '36%' } },
    markers: { size: 0 },
    states: { hover: { filter: { type: 'none' } }, active: { filter: { type: 'none' } } },
    tooltip: { enabled: false },
    legend: { show: false },
    dataLabels: { enabled: false },
    grid: { show: false, padding: { left: 0, right: 0, top: 0, bottom: 0 } },
    xaxis: {
      ...(slots ? { type: 'category' } : { type: 'numeric', min: plot.from, max: plot.to }),
      labels: { show: false }, axisBorder: { show: false }, axisTicks: { show: false }, crosshairs: { show: false }, tooltip: { enabled: false },
    },
    yaxis: { show: false, labels: { show: false }, crosshairs: { show: false }, tooltip: { enabled: false }, min: plot.amount(chart.y.min), max: plot.amount(chart.y.max), forceNiceScale: false },
  };
}

function dressColumn(path: SVGPathElement, stroke: Stroke, colour: string) {
  if (stroke === 'actual') return;
  path.classList.add(stroke);
  path.style.fillOpacity = stroke === 'estimate' ? '.55' : '.12';
  path.style.stroke = colour;
  path.style.strokeWidth = '1.25';
  if (hollow(stroke)) path.style.strokeDasharray = dashes(stroke, 'solid');
}
