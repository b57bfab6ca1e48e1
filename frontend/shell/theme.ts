type Theme = 'auto' | 'light' | 'dark';

const NEXT: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' };

function current(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
}

function choose(theme: Theme) {
  if (theme === 'auto') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
  // A cookie, not the browser's storage: the server writes the choice into the first HTML, so that a dark page never
  // flashes white and no script has to look it up before the first paint.
  const kept = theme === 'auto' ? 0 : 31_536_000;
  document.cookie = `raceboard-theme=${theme}; Path=/; Max-Age=${kept}; SameSite=Lax`;
  label();
}

/** The button says which theme is on; its words come with it, in the language of the page. */
function label() {
  document.querySelectorAll<HTMLElement>('[data-theme-toggle]').forEach((button) => {
    const theme = current();
    button.dataset.state = theme;
    const words = button.dataset[theme] ?? theme;
    button.setAttribute('aria-label', words);
    button.title = words;
  });
}

document.addEventListener('click', (event) => {
  if ((event.target as Element).closest('[data-theme-toggle]')) choose(NEXT[current()]);
});
document.addEventListener('page-shown', label);
label();
