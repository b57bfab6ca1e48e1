/** Goes to an address of this site without loading the page anew. */
export function go(address: string) {
  const url = new URL(address, location.href);
  dispatchEvent(new CustomEvent('vaadin-router-go', { detail: { pathname: url.pathname, search: url.search, hash: url.hash } }));
}

/** Forms that only read (method get) become addresses: empty fields left out, repeated names joined by a comma. */
export function followForms() {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== 'get' || form.hasAttribute('data-native')) return;
    event.preventDefault();
    const fields = new Map<string, string[]>();
    new FormData(form, (event as SubmitEvent).submitter).forEach((value, name) => {
      if (value !== '') fields.set(name, [...(fields.get(name) ?? []), String(value)]);
    });
    const query = [...fields].map(([name, all]) => `${encodeURIComponent(name)}=${all.map(encodeURIComponent).join(',')}`);
    go(new URL(form.action).pathname + (query.length ? `?${query.join('&')}` : ''));
  });
}
