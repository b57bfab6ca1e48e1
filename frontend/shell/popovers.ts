/** Menus (details.popover) close when the reader goes elsewhere, and on Escape, which leads back to their button. */
const OPEN = 'details.popover[open]';

function closeOthers(event: Event) {
  document.querySelectorAll<HTMLDetailsElement>(OPEN).forEach((menu) => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  });
}

document.addEventListener('pointerdown', closeOthers);
document.addEventListener('focusin', closeOthers);
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && (event.target as Element).closest<HTMLDetailsElement>(OPEN);
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary')!.focus();
});
