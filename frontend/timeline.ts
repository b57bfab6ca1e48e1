/** How long a card stays when the pointer leaves, so that it can be reached and read. */
const LINGER_MS = 150;

let card: HTMLElement | undefined;
let leaving = 0;

/**
 * Makes the drawn timeline comfortable: one stop of the tab key for each lane, arrows within it, plus and minus for
 * zoom, and a card with the summary of the act under the pointer or in focus. Without it every act is in the list below.
 */
class RaceTimeline extends HTMLElement {
  connectedCallback() {
    this.addEventListener('keydown', this.steer);
    this.addEventListener('focusin', this.enter);
    this.addEventListener('focusout', hideSoon);
    this.addEventListener('pointerover', this.hover);
    this.addEventListener('pointerout', hideSoon);
  }

  disconnectedCallback() {
    hide();
  }

  private steer = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return hide();
    if (event.key === '+' || event.key === '=' || event.key === '-') {
      const link = document.querySelector<HTMLElement>(`[data-zoom="${event.key === '-' ? 'out' : 'in'}"]`);
      event.preventDefault();
      return link?.click();
    }
    const mark = markOf(event.target);
    const marks = [...(mark?.closest('.lane-marks')?.querySelectorAll<HTMLElement>('a') ?? [])];
    const at = marks.indexOf(mark!);
    const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 }[
      event.key
    ];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    marks[Math.min(Math.max(next, 0), marks.length - 1)].focus();
  };

  private enter = (event: FocusEvent) => {
    const mark = markOf(event.target);
    if (!mark) return;
    mark.closest('.lane-marks')!.querySelectorAll('a[tabindex="0"]').forEach((a) => a.setAttribute('tabindex', '-1'));
    mark.setAttribute('tabindex', '0');
    show(mark);
  };

  private hover = (event: PointerEvent) => {
    const mark = event.pointerType === 'touch' ? undefined : markOf(event.target);
    if (mark) show(mark);
  };
}

function markOf(target: EventTarget | null) {
  return (target as Element).closest<HTMLAnchorElement>('.lane-marks a') ?? undefined;
}

function show(mark: HTMLAnchorElement) {
  const entry = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
  if (!entry) return;
  clearTimeout(leaving);
  card ??= build();
  card.replaceChildren(
    ...['.event-title', '.event-meta', '.event-summary'].map((part) => {
      const copy = document.createElement('p');
      copy.className = part.slice(1);
      copy.append(...[...entry.querySelector(part)!.childNodes].map((node) => node.cloneNode(true)));
      return copy;
    }),
  );
  card.showPopover();
  const at = mark.getBoundingClientRect();
  const left = Math.min(Math.max(at.left, 8), innerWidth - card.offsetWidth - 8);
  const below = at.bottom + 6 + card.offsetHeight < innerHeight;
  card.style.left = `${left}px`;
  card.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - 6 - card.offsetHeight)}px`;
}

function hideSoon() {
  clearTimeout(leaving);
  leaving = window.setTimeout(hide, LINGER_MS);
}

function hide() {
  if (card?.matches(':popover-open')) card.hidePopover();
}

function build() {
  const made = document.createElement('div');
  made.className = 'timeline-card';
  made.popover = 'manual';
  made.setAttribute('aria-hidden', 'true');
  made.addEventListener('pointerenter', () => clearTimeout(leaving));
  made.addEventListener('pointerleave', hideSoon);
  addEventListener('scroll', hide, { passive: true, capture: true });
  document.body.append(made);
  return made;
}

customElements.define('race-timeline', RaceTimeline);
