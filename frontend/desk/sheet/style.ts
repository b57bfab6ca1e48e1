export const style = `
:host { display: flex; flex-direction: column; min-height: 0; color: var(--ink); font-size: var(--t-small); --line: 2.125rem; }
:host([hidden]) { display: none; }
.scroller { flex: 0 1 auto; min-height: 8rem; overflow: auto; border: 1px solid var(--rule-strong); border-radius: var(--radius);
  background: var(--surface); overscroll-behavior: contain; scroll-padding: var(--line) 0 0 7.5rem; }
.grid { position: relative; }
.line { display: grid; grid-template-columns: var(--columns); height: var(--line); width: 100%; }
.body { position: relative; }
.body .line { position: absolute; inset-inline: 0; }
.head { position: sticky; top: 0; z-index: 3; background: var(--sunken); border-bottom: 1px solid var(--rule-strong); }
.head > *, .line > * { padding: 0 .5rem; display: flex; align-items: center; box-sizing: border-box;
  border-inline-end: 1px solid var(--rule); min-width: 0; white-space: nowrap; }
.head > * { font-weight: 600; color: var(--ink-2); }
.line > .name { position: sticky; left: 0; z-index: 1; background: var(--sunken); color: var(--ink-2); font-variant-numeric: tabular-nums; }
.head > .name { z-index: 4; }
.body .line > * { border-bottom: 1px solid var(--rule); }
.cell { position: relative; cursor: cell; outline: none; background: var(--surface); }
.cell > span, .head > *, .name { overflow: hidden; }
.cell > span { overflow: hidden; text-overflow: ellipsis; flex: 1; }
.number { font-variant-numeric: tabular-nums; text-align: end; }
.head .number { justify-content: flex-end; }
.guess { color: var(--ink-3); font-style: italic; }
.new { background: color-mix(in srgb, #0072b2 12%, var(--surface)); }
.changed { background: var(--mark-wash); }
.withdrawn > span { text-decoration: line-through; color: var(--ink-3); }
.withdrawn { background: var(--sunken); }
.faulty { background: var(--error-wash); box-shadow: inset 0 0 0 1px var(--error-rule); }
.cell[data-mark]::before { content: attr(data-mark); position: absolute; inset-block-start: .05rem; inset-inline-start: .2rem;
  font-size: .625rem; font-weight: 700; color: var(--ink-2); }
.faulty[data-mark]::before { color: var(--error); }
.picked { box-shadow: inset 0 0 0 9999px color-mix(in srgb, #0072b2 14%, transparent); }
.cell:focus-visible, .cell.at:focus { box-shadow: inset 0 0 0 2px #0072b2; z-index: 1; }
:host-context([data-theme="dark"]) .cell:focus { box-shadow: inset 0 0 0 2px #6cb6e8; }
.at.picked { box-shadow: inset 0 0 0 2px #0072b2; }
input { position: absolute; inset: 0; width: 100%; box-sizing: border-box; border: 0; padding: 0 .5rem; font: inherit;
  color: inherit; background: var(--surface); outline: 2px solid #0072b2; outline-offset: -2px; z-index: 2; }
input[aria-invalid="true"] { outline-color: var(--error); background: var(--error-wash); }
.bar { flex: none; min-height: 1.75rem; padding: .375rem .25rem 0; color: var(--ink-2); line-height: 1.35; }
.bar.wrong { color: var(--error); }
@media (forced-colors: active) {
  .cell:focus, input { outline: 2px solid Highlight; outline-offset: -2px; }
  .faulty { border: 1px dashed; }
}
@media (pointer: coarse) { :host { --line: 2.75rem; } }
`;
