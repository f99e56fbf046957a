import { type Block, tableOf } from "./config.ts";

const daysOfWeek = 7;

/**
 * Whether a schedule is on at every time. A file has no clock: any other schedule, be it over long
 * since, cannot be judged.
 */
export function isAlwaysIn(scope: Block): (schedule: string) => boolean {
  const recurring = tableOf(scope, "firewall schedule recurring")?.inner;
  return (schedule) => {
    const entry = recurring?.get(`edit ${schedule}`);
    if (!entry) return schedule === "always";
    const midnight = (word: string) => /^0?0:00$/.test(entry.set.get(word)?.[0] ?? "00:00");
    const days = new Set(entry.set.get("day"));
    days.delete("none");
    return days.size === daysOfWeek && midnight("start") && midnight("end") && !entry.changedBy;
  };
}
