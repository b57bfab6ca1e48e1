/** A chart that is on screen for longer than this and shows nothing counts as painted wrong. */
const DRAW_MS = 10_000;
/** Since when charts on screen show nothing. */
const empty = new WeakMap<Element, number>();

/**
 * The numbers that people see on the slide now, read from what was painted: text of elements that have a box inside the
 * screen, and the version that each chart has drawn. The server compares them with the store.
 */
export function painted(slide: HTMLElement | undefined) {
  const found: Record<string, string> = {};
  if (!slide || document.visibilityState !== 'visible') return found;
  slide.querySelectorAll<HTMLElement>('[data-value][id]').forEach((e) => {
    if (isSeen(e)) found[e.id] = e.innerText.replace(/\s+/g, '');
  });
  slide.querySelectorAll<HTMLElement>('race-chart[id]').forEach((e) => {
    if (!isSeen(e)) return;
    const drawn = e.getAttribute('drawn');
    if (drawn) empty.delete(e);
    else if (!empty.has(e)) empty.set(e, performance.now());
    if (drawn || performance.now() - empty.get(e)! > DRAW_MS) found[e.id] = drawn ?? '';
  });
  return found;
}

function isSeen(element: HTMLElement) {
  if (element.checkVisibility?.({ visibilityProperty: true }) === false) return false;
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
}
