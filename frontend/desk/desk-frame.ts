/** How often the server hears that somebody is at work here; typing counts, an open page alone does not. */
const EVERY_MS = 30_000;

/** The frame of the desk in the browser: tells the server of activity, and puts the focus where a new page begins. */
class DeskFrame extends HTMLElement {
  declare $server?: { acted(): void };
  private told = 0;
  private first = true;

  connectedCallback() {
    for (const type of ['keydown', 'pointerdown']) document.addEventListener(type, this.act, true);
    document.addEventListener('click', this.close);
    document.dispatchEvent(new Event('page-shown'));
  }

  disconnectedCallback() {
    for (const type of ['keydown', 'pointerdown']) document.removeEventListener(type, this.act, true);
    document.removeEventListener('click', this.close);
  }

  /** After a click in the menu a screen reader goes on at the new page's beginning. */
  arrived() {
    if (!this.first) {
      scrollTo(0, 0);
      this.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
    }
    this.first = false;
    // The menu marks its entry in the same answer, but after this call.
    requestAnimationFrame(() => {
      const menu = this.querySelector<HTMLElement>('.desk-menu');
      const here = menu?.querySelector<HTMLElement>('[aria-current]');
      if (menu && here) menu.scrollLeft = here.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2;
    });
  }

  private act = () => {
    const now = Date.now();
    if (now - this.told < EVERY_MS) return;
    this.told = now;
    this.$server?.acted();
  };

  /** A menu closes when something beside it is clicked. */
  private close = (event: Event) => {
    this.querySelectorAll<HTMLDetailsElement>('details.desk-who[open]').forEach((menu) => {
      if (!menu.contains(event.target as Node) || (event.target as Element).closest('a')) menu.open = false;
    });
  };
}

customElements.define('desk-frame', DeskFrame);
