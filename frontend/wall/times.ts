declare global {
  interface Window {
    /** How much faster than real time a test wants the wall to turn; what watches over it keeps its own time. */
    wallTempo?: number;
    wallGuard: { reload(why: string): void; renew(): void; past(): { at: number; why: string }[] };
  }
}

const tempo = window.wallTempo ?? 1;

/** A wait of the rotation in milliseconds; a test may shorten it. */
export function ms(real: number) {
  return real / tempo;
}

/** The element of the whole wall, which is there from the first HTML on. */
export const wall = document.getElementById('wall')!;
/** What stands in the address behind /wall/. */
export const key = decodeURIComponent(location.pathname.slice('/wall/'.length));
export const asked = new URLSearchParams(location.search);

/** Whether our server says that this address opens no wall: a proxy before it answers 404, too, while it is away. */
export function isNoWall(answer: Response) {
  return answer.status === 404 && answer.headers.get('X-Raceboard-Wall') === 'none';
}

let named: string | undefined;
let known = 'UTC';

/** The wall's time zone; UTC where this browser knows none of that name: hours that are off are better than no wall. */
export function zone() {
  if (named !== wall.dataset.zone) {
    named = wall.dataset.zone;
    try {
      known = new Intl.DateTimeFormat('en', { timeZone: named }).resolvedOptions().timeZone;
    } catch {
      known = 'UTC';
    }
  }
  return known;
}

/** Parts of the page may tell each other what happened, without knowing each other. */
export type Event = 'shown' | 'slide' | 'boundary' | 'heard' | 'minute';
const hearers = new Map<Event, (() => void)[]>();

export function on(event: Event, hearer: () => void) {
  hearers.set(event, [...(hearers.get(event) ?? []), hearer]);
}

export function tell(event: Event) {
  hearers.get(event)?.forEach((hearer) => hearer());
}
