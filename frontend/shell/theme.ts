type Theme = 'light' | 'dark';

function current(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function choose(theme: Theme) {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem('raceboard.theme', theme);
  } catch {
    // private windows may refuse; the choice then lasts as long as the page
  }
  document.dispatchEvent(new Event('theme-changed'));
}

document.addEventListener('click', (event) => {
  if ((event.target as Element).closest('[data-theme-toggle]')) choose(current() === 'dark' ? 'light' : 'dark');
});
