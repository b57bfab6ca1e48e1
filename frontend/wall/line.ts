import { assumeOffset, clockOffset, heardServer } from '../shell/clock';
import { followMove, leaveForGood } from './home';
import { isDark } from './hours';
import { ofBrowser } from './memory';
import { done, type Order } from './orders';
import { painted } from './painted';
import { currentSlide, isPaused } from './rotation';
import { displayId, nextDisplayId, pageId } from './screen';
import { asked as address, isNoWall, key, on, tell, wall } from './times';
import { serverBuild, usedMemory } from './watchdog';

/** How often a sign of life goes out, and how long its answer may take. */
const BEAT_MS = 6_000;
/** The same where no line is open: commands and news then come with the answers alone. */
const ASK_MS = 4_000;
const PATIENCE_MS = 3_500;
/** The name of a page that was closed is free sooner; one that is held longer is another window's. */
const TAKEN_MS = 20_000;
const HEARD = 'raceboard.wall.heard';
const RETRY_MS = [500, 1_000, 2_000, 5_000, 10_000];

interface Message {
  is: 'hello' | 'news' | 'now' | 'do' | 'gone';
  now: string;
  boot: string;
  build: string;
  stamp?: string;
  saved?: string;
  spread?: number;
  name?: string;
  place?: string;
  taken?: boolean;
  moved?: string;
  orders?: Order[];
  html?: string;
}

interface Hearers {
  stamp(stamp: string, spreadMs: number): void;
  html(html: string, stamp: string): void;
  orders(orders: Order[]): void;
}

let hearers: Hearers;
let socket: WebSocket | undefined;
let tries = 0;
let retry = 0;
let asked = 0;
/** The newest sign of the server: for waiting by the unsettable clock, for showing by the server's. */
let lastSign = performance.now();
let everHeard = false;
let name = '';
let withdrawn = false;
/** Since when another window has this screen's name. */
let takenSince: number | undefined;

/** Milliseconds without a sign of the server; none at all since the start counts from there. */
export function silence() {
  return withdrawn ? 0 : performance.now() - lastSign;
}

export function isHeard() {
  return everHeard && silence() < BEAT_MS + PATIENCE_MS && navigator.onLine && !lost;
}

export function displayName() {
  return name;
}

let lost = false;

interface Received {
  data: string | ArrayBuffer;
  tripMs: number;
  at: number;
}

/** What has come and was not heard yet: a slow screen takes longer for one version than it takes the next to come. */
let waiting: Received[] = [];
let hearing = false;

export function connect(who: Hearers) {
  hearers = who;
  open();
  beats();
  addEventListener('online', () => open());
  addEventListener('offline', () => tell('heard'));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && beat());
  on('slide', beat);
}

function beats() {
  setTimeout(() => beat().finally(beats), socket?.readyState === WebSocket.OPEN ? BEAT_MS : ASK_MS);
}

function open() {
  if (withdrawn || (socket && socket.readyState <= WebSocket.OPEN)) return;
  const how = new URLSearchParams({ key, id: displayId(), page: pageId, ...asksFor(), ...(window.DecompressionStream && { takes: 'gzip' }) });
  const opened = (socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/walls/line?${how}`));
  opened.binaryType = 'arraybuffer';
  let spoke = false;
  opened.onmessage = ({ data }) => {
    spoke = true;
    tries = 0;
    const at = performance.now();
    receive({ data, tripMs: asked ? at - asked : 0, at });
  };
  opened.onclose = () => {
    if (socket !== opened) return;
    socket = undefined;
    // One that never came up says nothing of the server: a proxy may let none through, and every request.
    if (spoke) lost = true;
    tell('heard');
    // Only the first time: one that fails asks for a line again.
    if (!everHeard && tries === 0) beat();
    // Not all at the same moment when a server comes back.
    const wait = RETRY_MS[Math.min(tries++, RETRY_MS.length - 1)];
    clearTimeout(retry);
    retry = window.setTimeout(open, wait / 2 + Math.random() * wait);
  };
}

/** The language, where the address asks for one: else it is the wall's, whatever that will be. */
function asksFor(): Record<string, string> {
  const lang = address.get('lang');
  return lang ? { lang } : {};
}

/** What is packed is a version of the whole wall: of several only the newest is heard. */
function receive(received: Received) {
  if (typeof received.data !== 'string') waiting = waiting.filter(({ data }) => typeof data === 'string');
  waiting.push(received);
  if (!hearing) hearAll();
}

/** One after the other, also while one is being unpacked. */
async function hearAll() {
  hearing = true;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    try {
      hear(JSON.parse(await text(next.data)), next.tripMs, next.at);
    } catch (fault) {
      // The watchdog sees it, and what comes after is heard all the same.
      setTimeout(() => { throw fault; });
    }
  }
  hearing = false;
}

function text(data: string | ArrayBuffer) {
  return typeof data === 'string' ? data
    : new Response(new Blob([data]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

function sign() {
  const slide = currentSlide();
  return JSON.stringify({
    id: displayId(),
    page: pageId,
    ...asksFor(),
    stamp: wall.dataset.stamp,
    build: document.documentElement.dataset.build,
    slide: slide?.id,
    memory: usedMemory(),
    nodes: document.getElementsByTagName('*').length,
    offset: Math.round(clockOffset()),
    screen: `${innerWidth}×${innerHeight}`,
    paused: isPaused(),
    hidden: document.visibilityState !== 'visible',
    dark: isDark(),
    reloads: window.wallGuard.past().length,
    why: window.wallGuard.past().at(-1)?.why,
    painted: painted(slide),
    done: done(),
  });
}

async function beat() {
  if (withdrawn) return;
  tell('heard');
  if (socket?.readyState === WebSocket.OPEN) {
    const sent = (asked = performance.now());
    socket.send(sign());
    // A socket may be dead without knowing: then it never answers.
    setTimeout(() => {
      if (lastSign < sent && socket?.readyState === WebSocket.OPEN) {
        socket.close();
        socket.onclose?.(new CloseEvent('close'));
        tell('heard');
      }
    }, PATIENCE_MS);
    return;
  }
  open();
  // Where a proxy lets no websocket through, and while one is being opened, a plain request will do.
  const sent = performance.now();
  try {
    const answer = await fetch(`/walls/${encodeURIComponent(key)}/beat`, {
      method: 'POST', body: sign(), headers: { 'Content-Type': 'application/json' }, signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (isNoWall(answer)) hear({ is: 'gone' } as Message);
    else if (answer.ok) hear(await answer.json(), performance.now() - sent);
    else throw new Error(String(answer.status));
  } catch {
    lost = true;
    tell('heard');
  }
}

/** @param tripMs from asking to the answer; none for what was not asked for  @param at when it came */
function hear(message: Message, tripMs = 0, at = performance.now()) {
  if (withdrawn) return;
  if (message.is === 'gone') return withdraw();
  lastSign = at;
  everHeard = true;
  lost = false;
  asked = 0;
  heardServer(message.now, tripMs, at);
  ofBrowser.keep(HEARD, JSON.stringify({ offset: clockOffset(), at: message.now }));
  if (message.saved) wall.dataset.saved = message.saved;
  if (message.is !== 'news') {
    name = [message.name, message.place].filter(Boolean).join(' · ');
    heardTaken(message.taken === true, at);
    followMove(message.moved);
  }
  serverBuild(message.build);
  tell('heard');
  if (message.html && message.stamp) hearers.html(message.html, message.stamp);
  // What was told of an earlier version while a newer one has come already is no reason to fetch it.
  else if (message.stamp && !waiting.some(({ data }) => typeof data !== 'string')) hearers.stamp(message.stamp, message.spread ?? 0);
  if (message.orders) hearers.orders(message.orders);
}

/** Another window of this browser, or a screen with the same name, was here first. */
function heardTaken(taken: boolean, at: number) {
  if (!taken) takenSince = undefined;
  else if (at - (takenSince ??= at) > TAKEN_MS) {
    takenSince = undefined;
    nextDisplayId();
    const before = socket;
    socket = undefined;
    before?.close();
    open();
  }
}

/** The link was revoked: nothing of it may stay on the screen. */
function withdraw() {
  if (withdrawn) return;
  withdrawn = true;
  Promise.all(['wall-pages', 'wall-parts'].map((kept) => window.caches?.delete(kept))).finally(leaveForGood);
}

/** What was known when the page was last alive, for a start without the server. */
export function lastHeard(): number | undefined {
  const kept = ofBrowser.recallJson<{ offset: number; at: string }>(HEARD);
  if (kept && !everHeard) assumeOffset(kept.offset);
  return kept && Date.parse(kept.at);
}
