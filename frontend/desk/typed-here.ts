interface Server {
  found(texts: string): void;
}

interface Kept {
  at: number;
  texts: Record<string, string>;
}

const PREFIX = 'raceboard-typed/';
/** What nobody came back for is forgotten. */
const KEPT_MS = 7 * 24 * 3_600_000;

/**
 * What was typed into a form and is not yet known to be on the server, kept in this browser: for one person and one form,
 * both part of the key, so that nobody else who signs in here is shown it. The server tells what it has; what is left when
 * the form is opened again is told to the server, which offers it to the person.
 *
 * Fields carry the form's key and their name as attributes; other elements tell with a `typed-here` event.
 */
class TypedHere extends HTMLElement {
  declare $server?: Server;
  private texts: Record<string, string> = {};

  connectedCallback() {
    forgetOld();
    this.texts = this.read();
    document.addEventListener('input', this.typed, true);
    document.addEventListener('typed-here', this.told, true);
    document.addEventListener('typed-there', this.arrived, true);
  }

  disconnectedCallback() {
    document.removeEventListener('input', this.typed, true);
    document.removeEventListener('typed-here', this.told, true);
    document.removeEventListener('typed-there', this.arrived, true);
  }

  /** The form shows these texts now; what was typed here besides is found again. */
  opened(json: string) {
    this.confirm(json);
    if (Object.keys(this.texts).length > 0) this.$server?.found(JSON.stringify(this.texts));
  }

  /** The server has these texts: what is the same here is not needed any more, what was typed since is. */
  confirm(json: string) {
    const there: Record<string, string> = JSON.parse(json);
    for (const [name, text] of Object.entries(this.texts)) {
      if (there[name] === text) delete this.texts[name];
    }
    this.write();
  }

  /** It was saved, or is not wanted any more. */
  forget() {
    this.texts = {};
    this.write();
  }

  private get key() {
    return PREFIX + this.dataset.key;
  }

  private readonly typed = (event: Event) => {
    const [field, ...around] = event.composedPath();
    const named = around.find((n) => n instanceof HTMLElement && n.dataset.typedIn === this.dataset.form);
    const name = (named as HTMLElement | undefined)?.dataset.typedName;
    if (name && (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) this.keep(name, field.value);
  };

  private readonly told = (event: Event) => {
    const { name, text } = (event as CustomEvent<{ name: string; text: string }>).detail;
    if (this.isAbout(event)) this.keep(name, text);
  };

  private readonly arrived = (event: Event) => {
    if (!this.isAbout(event)) return;
    delete this.texts[(event as CustomEvent<{ name: string }>).detail.name];
    this.write();
  };

  private isAbout(event: Event) {
    return (event.target as HTMLElement).closest<HTMLElement>('[data-typed-in]')?.dataset.typedIn === this.dataset.form;
  }

  private keep(name: string, text: string) {
    this.texts[name] = text;
    this.write();
  }

  private read(): Record<string, string> {
    try {
      return (JSON.parse(localStorage.getItem(this.key) ?? 'null') as Kept | null)?.texts ?? {};
    } catch {
      return {};
    }
  }

  private write() {
    try {
      if (Object.keys(this.texts).length === 0) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), texts: this.texts } satisfies Kept));
    } catch {
      // A browser that keeps nothing for pages: the copy on the server is all there is.
    }
  }
}

function forgetOld() {
  try {
    for (const key of Object.keys(localStorage).filter((k) => k.startsWith(PREFIX))) {
      const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
      if (!kept || Date.now() - kept.at > KEPT_MS) localStorage.removeItem(key);
    }
  } catch {
    // as above
  }
}

customElements.define('typed-here', TypedHere);
