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
  try {
    if (theme === 'auto') localStorage.removeItem('raceboard.theme');
    else localStorage.setItem('raceboard.theme', theme);
  } catch {
    // private windows may refuse; the choice then lasts as long as the page
  }
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
