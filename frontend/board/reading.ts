import { serverNow } from '../shell/clock';
import { go } from '../shell/navigation';

/** How long a button says that it has done its work. */
const SAID_MS = 2_000;

/** What makes the reading pages handier. Without it they lose nothing but comfort. */

document.addEventListener('input', (event) => {
  const field = event.target as HTMLElement;
  if (field instanceof HTMLInputElement && field.dataset.filter) filter(field);
});

/** Hides what does not hold all the words typed. */
function filter(field: HTMLInputElement) {
  const box = document.querySelector(field.dataset.filter!);
  if (!box) return;
  const wanted = field.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const marked = box.querySelectorAll<HTMLElement>('[data-filter-item]');
  const items = marked.length ? [...marked] : ([...box.children] as HTMLElement[]);
  for (const item of items) {
    const text = item.textContent!.toLocaleLowerCase();
    item.hidden = !wanted.every((word) => text.includes(word));
  }
  for (const group of box.querySelectorAll<HTMLElement>('[data-filter-group]')) {
    group.hidden = !group.querySelector('[data-filter-item]:not([hidden])');
  }
  const none = field.dataset.filterNone && document.querySelector<HTMLElement>(field.dataset.filterNone);
  if (none) none.hidden = items.some((item) => !item.hidden);
}

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  const copy = target.closest<HTMLElement>('[data-copy]');
  if (copy) {
    const text = document.querySelector(copy.dataset.copy!)?.textContent ?? '';
    navigator.clipboard.writeText(text).then(() => done(copy, copy.dataset.copied ?? ''));
  }
  const share = target.closest<HTMLAnchorElement>('[data-share]');
  if (share && navigator.share) {
    event.preventDefault();
    navigator.share({ title: document.title, url: share.href }).catch(() => undefined);
  }
  const head = target.closest<HTMLButtonElement>('th > button.sort');
  if (head) sort(head);
});

/** Says so on the button and to those who listen. */
function done(button: HTMLElement, text: string) {
  const before = button.textContent;
  button.textContent = text;
  const region = document.querySelector('[data-announce]');
  if (region) region.textContent = text;
  setTimeout(() => (button.textContent = before), SAID_MS);
}

/** Puts the buttons into the heads of tables that can be sorted. */
function sortable() {
  document.querySelectorAll<HTMLElement>('table[data-sortable] thead th:not(:has(button))').forEach((head) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
  });
}

function sort(button: HTMLButtonElement) {
  const head = button.closest('th')!;
  const body = head.closest('table')!.tBodies[0];
  const column = [...head.parentElement!.children].indexOf(head);
  const down = head.getAttribute('aria-sort') === 'ascending';
  for (const other of head.parentElement!.children) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  const rows = [...body.rows].map((row) => ({ row, key: sortKey(row.cells[column]) }));
  rows.sort((a, b) => compare(a.key, b.key) * (down ? -1 : 1));
  body.append(...rows.map(({ row }) => row));
}

function sortKey(cell: HTMLElement) {
  return cell.dataset.sort ?? cell.textContent!.trim();
}

/** Numbers as numbers, words as words, empty cells last. */
function compare(a: string, b: string) {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b) : x - y;
}

/** Letters that follow a link of the page; never inside fields, nor with a modifier. */
document.addEventListener('keydown', (event) => {
  const target = event.target as HTMLElement;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
  if (target.closest('input, textarea, select, [contenteditable], dialog')) return;
  const link = document.querySelector<HTMLAnchorElement>(`a[aria-keyshortcuts="${CSS.escape(event.key)}"]`);
  if (link) go(link.getAttribute('href')!);
});

/** Freshness goes on while the page stays open; the site's own address stands in citations. */
function tick() {
  const today = new Date(serverNow()).toISOString().slice(0, 10);
  document.querySelectorAll<HTMLElement>('[data-due]').forEach((mark) => {
    const { due, overdue } = mark.dataset;
    const state = today > overdue! ? 'overdue' : today > due! ? 'due' : 'fresh';
    if (!mark.classList.contains(state)) {
      mark.classList.remove('fresh', 'due', 'overdue');
      mark.classList.add(state);
      mark.textContent = mark.dataset[`${state}Text`] ?? '';
    }
  });
  document.querySelectorAll<HTMLElement>('[data-site]').forEach((cite) => {
    const path = cite.dataset.site!;
    if (!cite.textContent!.includes(location.origin)) {
      cite.textContent = cite.textContent!.replace(path, location.origin + path);
    }
  });
  document.querySelectorAll<HTMLInputElement>('input[data-filter]').forEach((field) => field.value && filter(field));
  sortable();
}

document.addEventListener('page-shown', tick);
setInterval(tick, 60_000);
tick();
