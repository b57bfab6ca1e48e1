import { Idiomorph } from 'idiomorph';
import { serverNow } from '../shell/clock';
import { fitSoon } from './fit';
import { honest } from './honesty';
import { bringForward, currentSlide } from './rotation';
import { asked, isNoWall, key, ms, on, tell, wall } from './times';

/** How long a changed number stays marked, from when it is first seen. */
const MARK_MS = 10_000;
const RETRY_MS = 3_000;
/** Where the service worker looks, too. */
const PARTS = 'wall-parts';

let wanted = wall.dataset.stamp!;
let loading = false;

/** There is a version: fetch it unless it is on the wall. With many displays not all in the same moment. */
export function onStamp(stamp: string, spreadMs: number) {
  if (stamp === wanted) return;
  wanted = stamp;
  if (spreadMs) setTimeout(() => follow(), Math.random() * spreadMs);
  else follow();
}

/** The version itself has come. While another is being fetched it only says what to fetch next. */
export function onDocument(html: string, stamp: string) {
  wanted = stamp;
  if (loading || wall.dataset.stamp === stamp) return;
  patch(html);
  keep(html);
}

/** After a start without the server: the newest version that was ever here, where the page itself is an older one. */
export async function recall() {
  const kept = await window.caches?.open(PARTS).then((parts) => parts.match(address('newest'))).catch(() => undefined);
  const html = await kept?.text();
  if (!html || loading || wall.dataset.stamp !== wanted || !newer(stampOf(html), wanted)) return;
  patch(html);
  wanted = wall.dataset.stamp!;
}

/** For the service worker, which has not seen it come. */
function keep(html: string) {
  const kept = new Response(html, { headers: { 'Content-Type': 'text/html;charset=UTF-8' } });
  window.caches?.open(PARTS).then((parts) => parts.put(address('newest'), kept)).catch(() => undefined);
}

function address(stamp: string) {
  const lang = asked.get('lang');
  return `/walls/${encodeURIComponent(key)}/${stamp}.html${lang ? `?lang=${lang}` : ''}`;
}

function stampOf(html: string) {
  return /data-stamp="([^"]*)"/.exec(html)?.[1] ?? '';
}

/** Stamps are numbers with points between them, the number of the change first. */
function newer(one: string, other: string) {
  const [a, b] = [one, other].map((stamp) => stamp.split('.').map(Number));
  const at = a.findIndex((n, nth) => n !== b[nth]);
  return at >= 0 && a[at] > b[at];
}

/** Brings the wall to the version that is wanted, one version after the other; the last one stays until then. */
export async function follow() {
  if (loading) return;
  loading = true;
  try {
    while (wall.dataset.stamp !== wanted) {
      const before = wanted;
      const answer = await fetch(address(before));
      // Withdrawn: the next sign of life says so, too.
      if (isNoWall(answer)) return;
      if (!answer.ok) throw new Error(String(answer.status));
      const html = await answer.text();
      try {
        patch(html);
      } catch (fault) {
        // The watchdog sees it: trying again would not help.
        setTimeout(() => { throw fault; });
        return;
      }
      // The server answers with the newest, which may be newer than what was asked for.
      if (wanted === before) wanted = wall.dataset.stamp!;
    }
  } catch (fault) {
    console.info('The wall could not be refreshed; trying again.', fault);
    setTimeout(follow, RETRY_MS);
  } finally {
    loading = false;
  }
}

function patch(html: string) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const fresh = template.content.querySelector<HTMLElement>('#wall')!;
  const before = values();
  Idiomorph.morph(wall, fresh, {
    callbacks: {
      beforeNodeMorphed: (old: Node, now: Node) => {
        if (!(old instanceof HTMLElement) || !(now instanceof HTMLElement) || old.tagName !== now.tagName) return true;
        if (old.tagName === 'RACE-CHART') {
          for (const { name, value } of now.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
          return false;
        }
        return !old.hasAttribute('data-keep');
      },
      beforeAttributeUpdated: (name: string, element: Element) => !ours(name, element),
    },
  });
  honest();
  fitSoon();
  markChanged(before);
  tell('shown');
}

/** What the browser has decided and the server knows nothing of. */
function ours(name: string, element: Element) {
  return name === 'data-on' || name === 'data-dropped' || name === 'data-side' || name === 'data-changed-now'
    || (name === 'style' && (element === wall || element.classList.contains('slide')));
}

function numbers() {
  return [...wall.querySelectorAll<HTMLElement>('.slide [data-value][id]')];
}

function values() {
  return new Map(numbers().map((e) => [e.id, e.textContent]));
}

function markChanged(before: Map<string, string | null>) {
  const changed = numbers().filter((e) => before.has(e.id) && before.get(e.id) !== e.textContent);
  if (!changed.length) return;
  changed.forEach((e) => {
    e.dataset.changedNow = String(serverNow());
  });
  seen();
  bringForward(new Set(changed.map((e) => e.closest<HTMLElement>('.slide')!)));
}

/** The marks on the slide that is on screen now go in ten seconds; those on others wait for their turn. */
function seen() {
  currentSlide()?.querySelectorAll<HTMLElement>('[data-changed-now]').forEach((e) => {
    const mark = e.dataset.changedNow;
    setTimeout(() => {
      if (e.dataset.changedNow === mark) delete e.dataset.changedNow;
    }, ms(MARK_MS));
  });
}

on('slide', seen);
