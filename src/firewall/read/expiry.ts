const millisecondsPerDay = 86_400_000;

/**
 * Whether what ends on that day, `2020-12-31` or `2020/12/31` whatever stands behind it, is surely
 * over by `today` (YYYY-MM-DD). The firewall's clock may be in any time zone, so a whole day must lie
 * between them. False where either day is not known.
 */
export function hasEnded(end: string, today: string | undefined): boolean {
  const last = dayOf(end);
  const now = dayOf(today ?? "");
  return last !== undefined && now !== undefined && last + 1 < now;
}

/** Days since 1970; undefined where the text begins with no day that a calendar has. */
function dayOf(text: string): number | undefined {
  const found = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text);
  if (!found) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[3]) - 1, Number(found[4])];
  const date = new Date(Date.UTC(year, month, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month && date.getUTCDate() === day;
  return isReal ? date.getTime() / millisecondsPerDay : undefined;
}

/** The same answers, each worked out once: many rules follow one schedule. */
export function onceEach(isOver: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const answer = known.get(name) ?? isOver(name);
    known.set(name, answer);
    return answer;
  };
}
