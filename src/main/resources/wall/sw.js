// Keeps the last good page of each wall with all that it needs, so that a reload without the server shows the last good
// data and never a browser's error page. BUILD stands above this line.
const PAGES = 'wall-pages';
const PARTS = 'wall-parts';
const PATIENCE_MS = 6000;
/** Charts and documents of older versions go when there are more parts than this. */
const MOST_PARTS = 160;

const WAITING = `<!DOCTYPE html><meta charset="utf-8"><title>Raceboard</title>
<style>html{background:#0d1114;color:#b4bfc9;font:500 clamp(1rem,3vw,4rem)/1.5 system-ui,sans-serif}
body{display:grid;place-content:center;min-height:100vh;margin:0}</style>
<p>Waiting for the server …</p><p lang="zh-Hans">正在等待服务器……</p>
<script>setInterval(() => fetch(location, { method: 'HEAD' }).then((a) => a.ok && location.reload(), () => {}), 10000)</script>`;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.searchParams.has('v-r')) return;
  if (request.mode === 'navigate') event.respondWith(page(request, url));
  else if (/^\/(VAADIN\/build\/|walls\/wall-)/.test(url.pathname)) event.respondWith(part(request, true));
  else if (/^\/(data|walls)\//.test(url.pathname)) event.respondWith(part(request, /\/now\.html$/.test(url.pathname) ? false : 'fresh'));
  else if (/\.(css|js|svg|woff2?)$/.test(url.pathname)) event.respondWith(part(request, false));
});

/** A page tells what it was loaded with before this worker saw its requests. */
addEventListener('message', (event) => event.data?.page && event.waitUntil(keep(event.data)));

async function keep({ page, parts }) {
  const pages = await caches.open(PAGES);
  if (!(await pages.match(page))) {
    const answer = await fetch(page);
    if (answer.ok) await pages.put(page, answer);
  }
  const kept = await caches.open(PARTS);
  for (const url of parts) {
    if (await kept.match(url)) continue;
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) await kept.put(url, answer);
  }
}

/** From the network in time; else the page as it was last good. A wall that was withdrawn is forgotten. */
async function page(request, url) {
  const answer = await soon(fetch(request)).catch(() => undefined);
  const pages = await open(PAGES);
  if (answer?.ok) await put(pages, request, answer.clone());
  else if (answer && isNoWall(answer)) await pages?.delete(request);
  if (answer?.ok || answer && isNoWall(answer)) return answer;
  return (await pages?.match(request)) ?? (await pages?.match(url.pathname, { ignoreSearch: true }))
    ?? new Response(WAITING, { headers: { 'Content-Type': 'text/html' } });
}

/** Said by our server: a proxy before it answers 404, too, while it is away. */
function isNoWall(answer) {
  return answer.status === 404 && answer.headers.get('X-Raceboard-Wall') === 'none';
}

/** Nothing where the browser has broken what it kept. */
function open(name) {
  return caches.open(name).catch(() => undefined);
}

/** What does not fit any more is shown all the same. */
function put(kept, request, answer) {
  return kept?.put(request, answer).catch((fault) => console.info('Not kept for a start without the server.', fault));
}

/**
 * @param kept true: the address names its version, what is kept is right; 'fresh': likewise, but a withdrawn wall must
 * be asked about; false: the network first
 */
async function part(request, kept) {
  const parts = await open(PARTS);
  if (kept === true) {
    const known = await parts?.match(request);
    if (known) return known;
  }
  const answer = await soon(fetch(request)).catch(() => undefined);
  if (answer?.ok) {
    await put(parts, request, answer.clone());
    if (/^\/walls\//.test(new URL(request.url).pathname)) await put(parts, newest(request), answer.clone());
    await prune(parts);
    return answer;
  }
  if (answer && isNoWall(answer)) return answer;
  return (await parts?.match(request)) ?? (await parts?.match(newest(request))) ?? answer ?? Response.error();
}

/** Where the newest version of the same thing is kept: the address without its version. */
function newest(request) {
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/\/[^/]*(\.html|\.json)$/, '/newest$1');
  return url.href;
}

async function prune(parts) {
  if (!parts) return;
  const keys = await parts.keys();
  const old = keys.filter((k) => !/\/newest\.|\/VAADIN\/build\//.test(k.url));
  for (const key of old.slice(0, Math.max(0, old.length - MOST_PARTS))) await parts.delete(key);
  const build = keys.filter((k) => /\/VAADIN\/build\//.test(k.url));
  for (const key of build.slice(0, Math.max(0, build.length - MOST_PARTS))) await parts.delete(key);
}

function soon(promise) {
  return Promise.race([promise, new Promise((_, no) => setTimeout(() => no(new Error('too late')), PATIENCE_MS))]);
}
