import { go } from './navigation';

interface Hit {
  title: string;
  kind: string;
  href: string;
}

let dialog: HTMLDialogElement | undefined;
let asking: AbortController | undefined;

/** Opens the search over indicators, entities, topics and events. */
export function openSearch() {
  dialog ??= build();
  dialog.showModal();
  const field = dialog.querySelector('input')!;
  field.select();
}

function build() {
  const button = document.querySelector<HTMLElement>('[data-search]');
  const word = (name: string) => button?.dataset[name] ?? '';
  const made = document.createElement('dialog');
  made.className = 'search';
  made.setAttribute('aria-label', word('label'));
  made.innerHTML = `<form method="dialog" data-native>
      <input type="search" role="combobox" aria-expanded="true" aria-controls="search-hits" aria-autocomplete="list" autocomplete="off" spellcheck="false" />
      <button class="search-close" value="close"></button>
    </form>
    <ul id="search-hits" role="listbox"></ul>
    <p class="search-none" role="status" hidden></p>`;
  const field = made.querySelector('input')!;
  field.placeholder = word('placeholder');
  field.setAttribute('aria-label', word('label'));
  made.querySelector('button')!.textContent = word('close');
  made.querySelector('.search-none')!.textContent = word('none');
  made.querySelector('ul')!.setAttribute('aria-label', word('label'));
  field.addEventListener('input', () => find(made, field.value));
  field.addEventListener('keydown', (event) => move(made, event));
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
    const hit = (event.target as Element).closest('a');
    if (hit) made.close();
  });
  document.body.append(made);
  return made;
}

async function find(made: HTMLDialogElement, text: string) {
  asking?.abort();
  const asked = (asking = new AbortController());
  const list = made.querySelector('ul')!;
  const none = made.querySelector<HTMLElement>('.search-none')!;
  if (!text.trim()) {
    list.replaceChildren();
    none.hidden = true;
    return;
  }
  try {
    const lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
    const answer = await fetch(`/search.json?q=${encodeURIComponent(text)}&lang=${lang}`, { signal: asked.signal });
    const hits: Hit[] = await answer.json();
    list.replaceChildren(...hits.map((hit, nth) => item(hit, nth)));
    none.hidden = hits.length > 0;
    select(made, hits.length ? 0 : -1);
  } catch (fault) {
    if (!asked.signal.aborted) console.warn('Search did not answer', fault);
  }
}

function item(hit: Hit, nth: number) {
  const li = document.createElement('li');
  li.id = `search-hit-${nth}`;
  li.role = 'option';
  const link = document.createElement('a');
  link.href = hit.href;
  link.tabIndex = -1;
  const kind = document.createElement('span');
  kind.className = 'search-kind';
  kind.textContent = hit.kind;
  link.append(hit.title, ' ', kind);
  li.append(link);
  return li;
}

function select(made: HTMLDialogElement, nth: number) {
  const options = [...made.querySelectorAll('[role=option]')];
  options.forEach((option, at) => option.setAttribute('aria-selected', String(at === nth)));
  const field = made.querySelector('input')!;
  if (options[nth]) {
    field.setAttribute('aria-activedescendant', options[nth].id);
    options[nth].scrollIntoView({ block: 'nearest' });
  } else {
    field.removeAttribute('aria-activedescendant');
  }
}

function move(made: HTMLDialogElement, event: KeyboardEvent) {
  const options = [...made.querySelectorAll('[role=option]')];
  const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    select(made, (at + step + options.length) % options.length);
  } else if (event.key === 'Escape') {
    // A field of this kind would only empty itself.
    event.preventDefault();
    made.close();
  } else if (event.key === 'Enter') {
    event.preventDefault();
    const link = options[at]?.querySelector('a');
    if (link) {
      made.close();
      go(link.getAttribute('href')!);
    }
  }
}

document.addEventListener('click', (event) => {
  if ((event.target as Element).closest('[data-search]')) openSearch();
});
