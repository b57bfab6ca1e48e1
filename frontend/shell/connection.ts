import { heardServer } from './clock';
import { charted } from './charted';

/** How often the server is asked for a sign of life, and how long it may take. */
const EVERY_MS = 8_000;
const PATIENCE_MS = 4_000;
/** After this long without a sign, "reconnecting" becomes "offline". */
const OFFLINE_MS = 60_000;

type State = 'live' | 'reconnecting' | 'offline';

let boot: string | undefined;
let lastSign = Date.now();

/**
 * The one place where a page says whether it is live: `live`, `reconnecting since`, `offline with data of`. It trusts
 * nothing but answers: a page over a dead server must not say that it is live.
 */
class RaceConnection extends HTMLElement {
  connectedCallback() {
    this.setAttribute('data-keep', '');
    this.show(this.dataset.state as State ?? 'live');
  }

  show(state: State) {
    this.dataset.state = state;
    const template = this.getAttribute(`data-${state}`) ?? state;
    // Only where a time is asked for: the browser needs tens of milliseconds to learn how a language writes it.
    const text = template.replace('{time}', () => clock(lastSign)).replace('{data}', () => clock(savedAt() ?? lastSign));
    const label = this.querySelector('.connection-text') ?? this;
    if (label.textContent !== text) label.textContent = text;
  }
}

function clock(moment: number) {
  const withDay = new Date(moment).toDateString() !== new Date().toDateString();
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    hour: '2-digit', minute: '2-digit', ...(withDay ? { day: 'numeric', month: 'short' } : {}),
  }).format(moment);
}

function savedAt() {
  const saved = document.getElementById('page')?.dataset.saved;
  return saved ? Date.parse(saved) : undefined;
}

function show(state: State) {
  document.querySelectorAll<RaceConnection>('race-connection').forEach((e) => e.show(state));
}

async function ask() {
  const started = Date.now();
  try {
    const answer = await fetch('/alive', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) throw new Error(String(answer.status));
    const sign: { boot: string; now: string; latest: number } = await answer.json();
    heardServer(sign.now, Date.now() - started);
    document.dispatchEvent(new Event('server-heard'));
    lastSign = Date.now();
    if (boot && boot !== sign.boot) {
      // The server was started again: its sessions are gone. The address holds the view.
      location.reload();
      return;
    }
    boot = sign.boot;
    document.dispatchEvent(new CustomEvent('server-latest', { detail: sign.latest }));
    show('live');
  } catch {
    show(Date.now() - lastSign > OFFLINE_MS || !navigator.onLine ? 'offline' : 'reconnecting');
  }
}

customElements.define('race-connection', RaceConnection);
addEventListener('offline', () => show('offline'));
addEventListener('online', ask);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && ask());
setInterval(ask, EVERY_MS);
charted.then(ask);
