export interface Tick {
  x: number;
  label: string;
}

const MONTHS = [1, 3, 6, 12, 24, 60, 120, 240];
const DAYS = [14, 7, 1];
const DAY = 86_400_000;
const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * At most so many round dates between two moments, in UTC: first days of years or months where the span is long enough.
 * The server's drawing has the same rule in `TimeTicks.java`.
 */
export function ticks(from: number, to: number, most: number, chinese: boolean): Tick[] {
  const months = Math.floor(to / DAY / 30) - Math.floor(from / DAY / 30);
  if (months < 2) return days(from, to, most, chinese);
  const step = MONTHS.find((m) => Math.floor(months / m) < most) ?? MONTHS[MONTHS.length - 1];
  const first = new Date(from);
  let month = first.getUTCFullYear() * 12 + first.getUTCMonth() + (first.getUTCDate() > 1 ? 1 : 0);
  month = Math.ceil(month / step) * step;
  const found: Tick[] = [];
  for (; monthStart(month) <= to; month += step) {
    found.push({ x: monthStart(month), label: monthly(month, step, chinese) });
  }
  return found;
}

function monthStart(month: number) {
  return new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
}

function monthly(month: number, step: number, chinese: boolean) {
  const year = Math.floor(month / 12);
  if (step >= 12 || month % 12 === 0) return chinese ? `${year}年` : String(year);
  return chinese ? `${(month % 12) + 1}月` : SHORT[month % 12];
}

function days(from: number, to: number, most: number, chinese: boolean) {
  let step = DAYS[0];
  for (const days of DAYS) {
    if (Math.floor((to - from) / DAY / days) < most) step = days;
  }
  const found: Tick[] = [];
  for (let x = Math.ceil(from / DAY) * DAY; x <= to; x += step * DAY) {
    const day = new Date(x);
    found.push({
      x,
      label: chinese ? `${day.getUTCMonth() + 1}月${day.getUTCDate()}日` : `${day.getUTCDate()} ${SHORT[day.getUTCMonth()]}`,
    });
  }
  return found;
}
