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
  slide.querySelectorAll<HTMLElement>('race-chart[drawn]').forEach((e) => {
    if (isSeen(e)) found[e.id] = e.getAttribute('drawn')!;
  });
  return found;
}

function isSeen(element: HTMLElement) {
  if (element.checkVisibility?.({ visibilityProperty: true }) === false) return false;
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
}
