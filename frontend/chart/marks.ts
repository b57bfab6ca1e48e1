import { html } from './dom';
import type { Plot } from './plot';

/** Names are shown from the start while there are no more marks than this. */
const FEW = 6;
const ROWS = 3;
const LONGEST = 28;

/**
 * Policy events as thin vertical lines: each a link to where one can read more, with its name where there is room for
 * it, and one button that shows or hides the names.
 */
export class Marks {
  readonly element = html('div', { class: 'chart-marks' });
  private shown?: boolean;
  private plot?: Plot;

  show(plot: Plot) {
    this.plot = plot;
    const { chart, box: { em } } = plot;
    const visible = chart.marks.map((mark) => ({ mark, x: plot.markX(mark.x) })).filter(({ x }) => plot.inside(x));
    const names = this.shown ?? visible.length <= FEW;
    const free = Array<number>(ROWS).fill(-Infinity);
    const nodes: Node[] = visible.map(({ mark, x }) => {
      const link = html('a', { class: 'chart-mark', href: mark.href, 'aria-label': `${mark.date}: ${mark.label}` });
      link.style.cssText = `left:${x}px;top:${plot.top}px;height:${plot.height}px`;
      const text = mark.label.length > LONGEST ? `${mark.label.slice(0, LONGEST - 1).trimEnd()}…` : mark.label;
      const end = x + plot.box.measure(text) + em;
      const row = names && end <= plot.box.width ? free.findIndex((from) => from <= x) : -1;
      if (row >= 0) {
        free[row] = end;
        const name = html('span', { class: 'chart-mark-name' }, text);
        name.style.top = `${row * 1.35}em`;
        link.append(name);
      }
      return link;
    });
    if (visible.length) nodes.push(this.button(names));
    this.element.replaceChildren(...nodes);
  }

  /** Events near a place, to be named in the card. */
  near(plot: Plot, x: number, reach: number) {
    return plot.chart.marks.filter((mark) => Math.abs(plot.markX(mark.x) - x) <= reach);
  }

  private button(names: boolean) {
    const { words } = this.plot!.chart;
    const button = html('button', {
      class: 'chart-marks-toggle', type: 'button', 'aria-pressed': String(names),
      'aria-label': names ? words['events-hide'] : words['events-show'], title: names ? words['events-hide'] : words['events-show'],
    }, '⚑');
    button.addEventListener('click', () => {
      this.shown = !names;
      this.show(this.plot!);
      this.element.querySelector<HTMLElement>('.chart-marks-toggle')?.focus();
    });
    return button;
  }
}
