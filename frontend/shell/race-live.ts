import { Idiomorph } from 'idiomorph';
import { serverNow } from './clock';

/** How long a changed number stays marked. */
const MARK_MS = 10_000;
/** News normally comes by push; after this long the page looks for itself whether push has silently died. */
const NEWS_MS = 10_000;
const RETRY_MS = 3_000;
/** What was asked for and has not come for so long is asked for anew when there is news. */
const PATIENCE_MS = 10_000;
/** Fields whose value the reader writes; that of a box to tick says what it stands for. */
const TYPED = 'textarea, select, input:not([type=checkbox], [type=radio], [type=hidden])';

/**
 * Shows a shared document and keeps it current. `src` is the address of the document with its version; the first one is
 * adopted from the page's own HTML, later ones are fetched and morphed into place, so that charts, focus, open details
 * and scroll survive.
 */
class RaceLive extends HTMLElement {
  static observedAttributes = ['src'];

  private shown = '';
  private asked?: { address: string; at: number; stop: AbortController };
  private retry = 0;
  private latest = 0;

  connectedCallback() {
    this.style.display = 'contents';
    const first = document.querySelector<HTMLElement>('body > #page');
    if (first) {
      // Moving keeps the elements: charts that are drawn already stay drawn.
      this.replaceChildren(first);
      this.shown = first.dataset.stamp + here();
    }
    document.addEventListener('server-latest', this.hearLatest);
    this.follow();
  }

  disconnectedCallback() {
    document.removeEventListener('server-latest', this.hearLatest);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.follow();
  }

  private hearLatest = (event: Event) => {
    const latest = (event as CustomEvent<number>).detail;
    if (this.latest && latest > this.latest) setTimeout(() => this.lookFor(latest), NEWS_MS);
    this.latest = latest;
  };

  /** Costs a "not modified" where push has delivered, or where the change is not on this page. */
  private async lookFor(latest: number) {
    const [stamp, address] = split(this.shown);
    if (!this.isConnected || parseInt(stamp) >= latest) return;
    const src = `/live/${latest}${stamp.slice(stamp.indexOf('.'))}${address}`;
    const answer = await fetch(src, { headers: { 'If-None-Match': `"${stamp}"` } }).catch(() => undefined);
    if (answer?.ok && split(this.shown)[0] === stamp) await this.show(await answer.text(), address);
  }

  /** News of the address that is on its way waits for it: where they come faster than pages do, none would ever be shown. */
  private async follow() {
    const src = this.getAttribute('src');
    if (!src || !this.isConnected) return;
    const [, stamp, address] = /^\/live\/([^/]+)(\/.*)$/.exec(src)!;
    if (this.shown === stamp + address) return this.forgo();
    if (this.asked?.address === address && performance.now() - this.asked.at < PATIENCE_MS) return;
    this.forgo();
    const asked = (this.asked = { address, at: performance.now(), stop: new AbortController() });
    try {
      await this.load(src, address, asked.stop.signal);
    } catch (fault) {
      if (asked.stop.signal.aborted) return;
      console.warn('The page could not be refreshed; trying again.', fault);
      this.retry = window.setTimeout(() => this.follow(), RETRY_MS);
    }
    if (this.asked !== asked) return;
    this.asked = undefined;
    if (this.getAttribute('src') !== src) this.follow();
  }

  /** Whoever went back before a page came does not see it any more. */
  private forgo() {
    this.asked?.stop.abort();
    this.asked = undefined;
    clearTimeout(this.retry);
  }

  private async load(src: string, address: string, signal: AbortSignal) {
    const answer = await fetch(src, { signal });
    // A page that says "nothing here" is an answer, too.
    if (!answer.ok && answer.status !== 404) throw new Error(`${src}: ${answer.status}`);
    await this.show(await answer.text(), address);
  }

  private async show(html: string, address: string) {
    const template = document.createElement('template');
    template.innerHTML = html;
    const fresh = template.content.querySelector<HTMLElement>('#page')!;
    const shownAddress = split(this.shown)[1];
    const samePage = path(shownAddress) === path(address);
    const refreshed = shownAddress === address;
    const before = refreshed ? values(this) : undefined;
    const current = this.querySelector<HTMLElement>('#page');
    if (current) {
      Idiomorph.morph(current, fresh, {
        callbacks: {
          beforeNodeMorphed,
          beforeAttributeUpdated: (name, element) => !kept(name, element) && !(refreshed && entered(name, element)),
        },
      });
    } else {
      this.replaceChildren(fresh);
    }
    const page = this.querySelector<HTMLElement>('#page')!;
    this.shown = page.dataset.stamp + address;
    document.documentElement.lang = page.lang;
    document.title = `${page.dataset.title} · Raceboard`;
    if (before) markChanged(this, before);
    if (!samePage) arrive();
    document.dispatchEvent(new Event('page-shown'));
  }
}

/** Stamp and address of `12.20261122/t/power?lang=zh`. */
function split(shown: string): [string, string] {
  const at = shown.indexOf('/');
  return [shown.slice(0, at), shown.slice(at)];
}

function here() {
  const query = new URLSearchParams(location.search);
  query.delete('theme');
  const rest = [...query].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return location.pathname + (rest ? `?${rest}` : '');
}

function encode(text: string) {
  return encodeURIComponent(text).replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%20/g, '+');
}

function path(address: string) {
  return address.replace(/[?#].*$/, '');
}

/** Charts patch themselves from their `src`, only the drawing for paper is exchanged; the connection state and search belong to the browser. */
function beforeNodeMorphed(old: Node, fresh: Node) {
  if (!(old instanceof Element) || !(fresh instanceof Element) || old.tagName !== fresh.tagName) return true;
  if (old.tagName === 'RACE-CHART') {
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    const drawing = fresh.querySelector(':scope > .chart-svg');
    if (drawing) old.querySelector(':scope > .chart-svg')?.replaceWith(drawing);
    return false;
  }
  return !old.hasAttribute('data-keep');
}

/** What the reader has opened stays open. */
function kept(name: string, element: Element) {
  return name === 'open' && element.tagName === 'DETAILS';
}

/** What the reader has typed or ticked and not yet sent: news must not take it away, another address may. */
function entered(name: string, element: Element) {
  return name === 'checked' || (name === 'value' && element.matches(TYPED));
}

function values(root: Element) {
  const found = new Map<string, string>();
  root.querySelectorAll('[data-value][id]').forEach((e) => found.set(e.id, e.textContent ?? ''));
  return found;
}

function markChanged(root: Element, before: Map<string, string>) {
  const changed = [...root.querySelectorAll<HTMLElement>('[data-value][id]')].filter(
    (e) => before.has(e.id) && before.get(e.id) !== e.textContent,
  );
  for (const element of changed) {
    element.classList.add('changed');
    element.dataset.changedAt = String(serverNow());
    setTimeout(() => element.classList.remove('changed'), MARK_MS);
  }
  if (changed.length) say(changed[0]);
}

/** At most one spoken message a minute, never taking the focus. */
let lastSaid = -Infinity;
function say(element: HTMLElement) {
  if (performance.now() - lastSaid < 60_000) return;
  const region = document.querySelector('[data-announce]');
  if (!region) return;
  lastSaid = performance.now();
  const label = element.getAttribute('data-label') ?? '';
  region.textContent = `${label} ${element.textContent}`.trim();
}

function arrive() {
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (target) {
    target.scrollIntoView();
  } else {
    scrollTo(0, 0);
  }
  document.getElementById('content')?.focus({ preventScroll: true });
}

customElements.define('race-live', RaceLive);
