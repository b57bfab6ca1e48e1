import { Card, spoken } from './chart/card';
import { type Cursor, moved, nearest } from './chart/cursor';
import { html, svg } from './chart/dom';
import { ground, top } from './chart/frame';
import type { Drawn } from './chart/library';
import { Marks } from './chart/marks';
import { namesAtEnds, namesLines, Plot, type Zoom } from './chart/plot';
import { fill, glyph } from './chart/style';
import type { Chart } from './chart/types';

/** Waits between attempts to load a chart; the last one is repeated. */
const RETRY_MS = [2_000, 5_000, 15_000, 60_000];
/** What was asked for and has not come for so long is asked for anew when there is news. */
const PATIENCE_MS = 10_000;
const MARK_REACH = 8;
/** Fetched by index.ts together with everything else that a page with charts needs. */
const library = () => import('./chart/library');
/** A press that moves less is a click. */
const DRAG_PX = 6;

/**
 * A chart: `src` is the address of its description, which holds the data version and therefore never changes. The
 * server's drawing inside is shown until the chart is drawn. When `src` changes the chart is patched in place: zoom, an
 * open card and focus stay. With `line` (a key such as `us:ember`) only that line is drawn, on the axes of all: several
 * such elements with the same `src` are small multiples. While it is `resting` it keeps up with `src`, but draws only
 * once it rests no more.
 */
class RaceChart extends HTMLElement {
  static observedAttributes = ['src', 'line', 'height', 'resting'];

  private whole?: Chart;
  private chart?: Chart;
  private plot?: Plot;
  private drawn?: Drawn;
  private loaded = '';
  private asked?: { src: string; at: number; stop: AbortController };
  private retry = 0;
  private frame = 0;
  /** Changed while it rested, or failed: not drawn yet. */
  private owed = false;
  private drawing = Promise.resolve();
  private zoom?: Zoom;
  private cursor?: Cursor;
  private press?: { x: number; id: number };

  private readonly under = svg('svg', { class: 'chart-under' });
  private readonly data = html('div', { class: 'chart-data' });
  private readonly over = svg('svg', { class: 'chart-over' });
  private readonly pointer = svg('svg', { class: 'chart-pointer' });
  private readonly stage = html('div', { class: 'chart-stage', 'aria-hidden': 'true' }, this.under, this.data, this.over, this.pointer);
  private readonly marks = new Marks();
  private readonly legend = html('ul', { class: 'chart-legend', 'aria-hidden': 'true' });
  private readonly card = new Card();
  private readonly out = html('button', { class: 'chart-whole', type: 'button', hidden: '' });
  private readonly size = new ResizeObserver(() => this.redraw());

  constructor() {
    super();
    this.addEventListener('pointermove', (e) => this.onMove(e));
    this.addEventListener('pointerleave', () => this.onLeave());
    this.addEventListener('pointerdown', (e) => this.onDown(e));
    this.addEventListener('pointerup', (e) => this.onUp(e));
    this.addEventListener('pointercancel', () => this.endPress());
    this.addEventListener('keydown', (e) => this.onKey(e));
    // A window that loses the focus keeps its element: the card stays.
    this.addEventListener('blur', () => document.activeElement !== this && this.leave());
    this.out.addEventListener('click', () => this.zoomTo(undefined));
  }

  connectedCallback() {
    if (this.hasAttribute('height')) this.style.height = `${this.getAttribute('height')}px`;
    this.size.observe(this);
    this.follow();
  }

  disconnectedCallback() {
    // Moving an element takes it out and puts it back at once: the chart then lives on.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.size.disconnect();
      this.forgo();
      cancelAnimationFrame(this.frame);
      this.frame = 0;
      this.drawing = this.drawing.then(() => {
        if (this.isConnected) return;
        this.drawn?.destroy();
        this.drawn = undefined;
      });
    });
  }

  attributeChangedCallback(name: string) {
    if (name === 'height') this.style.height = `${this.getAttribute('height')}px`;
    else if (name === 'line' && this.whole) this.take(this.whole, this.loaded);
    else if (name === 'resting') this.owed && this.redraw();
    else if (this.isConnected) this.follow();
  }

  /** Loads what `src` names, unless it is what is shown; keeps trying, while the last drawing stays. */
  private async follow(attempt = 0) {
    const src = this.getAttribute('src');
    if (!src || !this.isConnected) return;
    if (src === this.loaded) {
      this.forgo();
      this.removeAttribute('late');
      return this.redraw();
    }
    // News of what is on its way waits for it: where it comes faster, none would ever be shown.
    if (this.asked && view(this.asked.src) === view(src) && performance.now() - this.asked.at < PATIENCE_MS) return;
    this.forgo();
    const asked = (this.asked = { src, at: performance.now(), stop: new AbortController() });
    const slow = window.setTimeout(() => this.toggleAttribute('late', true), PATIENCE_MS);
    try {
      const answer = await fetch(src, { signal: asked.stop.signal });
      if (!answer.ok) throw new Error(`${src}: ${answer.status}`);
      this.take(await answer.json(), src);
    } catch (fault) {
      if (asked.stop.signal.aborted) return;
      console.warn('A chart could not be loaded; trying again.', fault);
      this.toggleAttribute('late', true);
      this.retry = window.setTimeout(() => this.follow(attempt + 1), RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]);
    } finally {
      clearTimeout(slow);
    }
    if (this.asked !== asked) return;
    this.asked = undefined;
    if (this.getAttribute('src') !== src) this.follow(attempt);
  }

  private forgo() {
    this.asked?.stop.abort();
    this.asked = undefined;
    clearTimeout(this.retry);
  }

  private take(whole: Chart, src: string) {
    this.whole = whole;
    const chart = only(whole, this.getAttribute('line'));
    const other = this.chart && (this.chart.slug !== chart.slug || this.chart.draw !== chart.draw);
    if (other) {
      this.zoom = undefined;
      this.leave();
    }
    this.chart = chart;
    this.loaded = src;
    this.removeAttribute('late');
    this.redraw();
  }

  /** Draws in the next frame, once for everything that has changed until then; one that rests, when it rests no more. */
  private redraw() {
    if (!this.chart || this.frame) return;
    this.owed = this.hasAttribute('resting');
    if (this.owed) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.drawing = this.drawing.then(() => this.draw()).catch((fault) => {
        this.owed = true;
        this.toggleAttribute('broken', true);
        console.error('A chart could not be drawn.', fault);
      });
    });
  }

  private async draw() {
    const chart = this.chart!;
    const src = this.loaded;
    if (!this.isConnected || !this.clientWidth || !this.clientHeight) return;
    this.furnish(chart);
    const plot = (this.plot = this.measure(chart));
    this.under.replaceChildren(...ground(plot));
    this.over.replaceChildren(...top(plot));
    this.marks.show(plot);
    if (this.drawn) {
      await this.drawn.patch(plot);
    } else {
      const { Drawn } = await library();
      if (!this.isConnected) return;
      this.drawn = new Drawn(this.data, plot);
      await this.drawn.draw();
    }
    this.point(this.card.pinned ?? this.cursor);
    this.announce(src);
  }

  /** Puts the layers in place beside the server's drawing, and names the chart. */
  private furnish(chart: Chart) {
    if (!this.stage.isConnected || this.stage.parentNode !== this) {
      this.append(this.stage, this.marks.element, this.legend, this.out, this.card.element, this.card.voice);
      this.tabIndex = 0;
      this.setAttribute('role', 'application');
    }
    this.setAttribute('aria-label', `${chart.title}. ${chart.summary} ${chart.words.keys}`);
    this.out.textContent = chart.words['zoom-out'];
    this.out.hidden = !this.zoom;
    const below = chart.draw !== 'BARS' && namesLines(chart) && !namesAtEnds(chart, this.text());
    this.legend.replaceChildren(...(below ? legend(chart) : []));
  }

  private measure(chart: Chart) {
    return new Plot(chart, { ...this.text(), height: this.stage.clientHeight }, this.zoom);
  }

  /** The width, and how text of this size fills it. */
  private text() {
    const style = getComputedStyle(this);
    const context = (canvas ??= document.createElement('canvas').getContext('2d')!);
    context.font = `${style.fontSize} ${style.fontFamily}`;
    return {
      width: this.stage.clientWidth, em: this.em(), wholeNames: this.hasAttribute('whole-names'),
      measure: (text: string) => context.measureText(text).width,
    };
  }

  private em() {
    return parseFloat(getComputedStyle(this).fontSize);
  }

  private announce(src: string) {
    // Once: on a page that is open for weeks every mark would stay in memory.
    if (!this.hasAttribute('drawn')) performance.mark('chart-drawn');
    this.setAttribute('drawn', src);
    this.removeAttribute('broken');
    this.dispatchEvent(new CustomEvent('chart-drawn', { bubbles: true, detail: src }));
  }

  /** Shows what the reader points to: a hair line, larger marks, the card. */
  private point(cursor: Cursor | undefined) {
    const plot = this.plot;
    if (!plot || !cursor) {
      this.pointer.replaceChildren();
      this.card.hide();
      return;
    }
    this.cursor = cursor;
    const { chart } = plot;
    if (chart.draw === 'BARS') {
      this.pointer.replaceChildren(
        svg('rect', { class: 'chart-row', x: 0, y: cursor.x * plot.row, width: plot.box.width, height: plot.row }));
    } else if (chart.draw === 'COLUMNS') {
      this.pointer.replaceChildren(
        svg('rect', { class: 'chart-row', x: plot.x(cursor.x - 0.5), y: plot.top, width: plot.slot, height: plot.height }));
    } else {
      this.pointer.replaceChildren(
        svg('path', { class: 'chart-hair', d: `M${plot.x(cursor.x)} ${plot.top}V${plot.bottom}` }), ...this.halos(plot, cursor));
    }
    this.card.show(plot, cursor, this.marksNear(plot, cursor));
  }

  private marksNear(plot: Plot, cursor: Cursor) {
    const { draw } = plot.chart;
    if (draw === 'BARS') return [];
    return this.marks.near(plot, plot.x(cursor.x), draw === 'COLUMNS' ? plot.slot / 2 : MARK_REACH);
  }

  private halos(plot: Plot, cursor: Cursor) {
    const { chart } = plot;
    return chart.lines.flatMap((line) => line.points
      .filter((p) => p.x === cursor.x && p.y !== undefined && (chart.scale !== 'LOG' || p.y > 0))
      .map((p) => svg('circle', {
        class: line.key === cursor.line ? 'chart-halo chosen' : 'chart-halo', cx: plot.x(p.x), cy: plot.y(p.y!),
        r: line.key === cursor.line ? 9 : 7, stroke: line.colour, fill: line.colour,
      })));
  }

  private onMove(event: PointerEvent) {
    if (!this.plot || this.inFurniture(event)) return;
    const { x, y } = this.place(event);
    if (this.press && Math.abs(x - this.press.x) > DRAG_PX) return this.span(this.press.x, x);
    if (this.card.pinned) return;
    this.point(nearest(this.plot, x, y));
  }

  private onLeave() {
    if (!this.card.pinned && !this.press) this.leave();
  }

  private onDown(event: PointerEvent) {
    if (!this.plot || this.inFurniture(event) || event.button !== 0) return;
    const { x, y } = this.place(event);
    this.press = { x, id: event.pointerId };
    if (event.pointerType !== 'mouse') this.point(nearest(this.plot, x, y));
  }

  private onUp(event: PointerEvent) {
    const press = this.press;
    this.endPress();
    if (!this.plot || !press || this.inFurniture(event)) return;
    const { x, y } = this.place(event);
    if (Math.abs(x - press.x) <= DRAG_PX) {
      this.card.pin(this.card.pinned ? undefined : nearest(this.plot, x, y));
      this.point(this.card.pinned ?? nearest(this.plot, x, y));
    } else if (this.zoomable(event)) {
      const [from, to] = [this.plot.at(Math.min(x, press.x)), this.plot.at(Math.max(x, press.x))];
      this.zoomTo({ from: Math.max(from, this.plot.from), to: Math.min(to, this.plot.to) });
    }
  }

  private endPress() {
    this.press = undefined;
    this.pointer.querySelector('.chart-span')?.remove();
  }

  /** The part that is being chosen with the pressed pointer. */
  private span(from: number, to: number) {
    const plot = this.plot!;
    if (plot.chart.draw === 'COLUMNS' || plot.chart.draw === 'BARS') return;
    const [left, right] = [Math.max(plot.left, Math.min(from, to)), Math.min(plot.right, Math.max(from, to))];
    this.card.hide();
    this.pointer.replaceChildren(
      svg('rect', { class: 'chart-span', x: left, y: plot.top, width: Math.max(0, right - left), height: plot.height }));
  }

  private zoomable(event: PointerEvent) {
    const draw = this.plot!.chart.draw;
    return event.pointerType === 'mouse' && draw !== 'COLUMNS' && draw !== 'BARS';
  }

  private zoomTo(zoom: Zoom | undefined) {
    this.zoom = zoom && zoom.to - zoom.from > 0 ? zoom : undefined;
    if (!this.zoom && document.activeElement === this.out) this.focus();
    this.leave();
    this.redraw();
  }

  private onKey(event: KeyboardEvent) {
    if (event.target !== this || !this.plot || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      if (!this.cursor && !this.zoom) return;
      if (this.cursor) this.leave();
      else this.zoomTo(undefined);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (!this.cursor) return;
      this.card.pin(this.card.pinned ? undefined : this.cursor);
      this.point(this.cursor);
      if (this.card.pinned) this.card.say(this.plot.chart.words.pinned);
    } else {
      const to = moved(this.plot, this.cursor, event.key);
      if (!to) return;
      if (this.card.pinned) this.card.pin(to);
      this.point(to);
      this.card.say(spoken(this.plot.chart, to, this.marksNear(this.plot, to)));
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private leave() {
    this.cursor = undefined;
    this.point(undefined);
  }

  private inFurniture(event: Event) {
    return (event.target as Element).closest('.chart-card, .chart-mark, .chart-marks-toggle, .chart-whole, .chart-legend') !== null;
  }

  private place(event: PointerEvent) {
    const box = this.stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
}

/** The entities with their marks; which of several estimates a line is, its card tells. */
function legend(chart: Chart) {
  const entities = new Map(chart.lines.map((line) => [line.entity, line]));
  return [...entities.values()].map((line) => html('li', { class: 'entity', style: `--entity:${line.colour}` },
    svg('svg', { width: 14, height: 12, viewBox: '-7 -6 14 12' },
      svg('path', { d: glyph(line.marker), fill: fill('actual', line.colour), stroke: line.colour })),
    line.who));
}

/** An address without the data version in it. */
function view(src: string) {
  return src.replace(/[^/]*\.json/, '');
}

/** One line of a chart as a chart of its own; the whole chart where no line has this key. */
function only(chart: Chart, key: string | null): Chart {
  const line = chart.lines.find((l) => l.key === key);
  return line ? { ...chart, lines: [line], title: line.title, summary: '' } : chart;
}

let canvas: CanvasRenderingContext2D | undefined;

customElements.define('race-chart', RaceChart);
