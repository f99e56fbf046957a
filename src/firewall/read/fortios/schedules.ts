import { hasEnded, onceEach } from "../expiry.ts";
import { type Block, tableOf } from "./config.ts";

const daysOfWeek = 7;

/** Whether a schedule is on at every time; any other one may be on or off. */
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

/** Whether a policy is surely over by `today`, or the schedule that it follows. */
export function isOverIn(scope: Block, today: string | undefined): (policy: Block) => boolean {
  const once = entryIn(scope, "onetime");
  const group = entryIn(scope, "group");
  const recurring = entryIn(scope, "recurring");

  function isPast(schedule: string): boolean {
    const [time = "", day = ""] = once(schedule)?.set.get("end") ?? [];
    return /^\d{1,2}:\d{2}$/.test(time) && hasEnded(day, today) && !recurring(schedule);
  }

  const hasPassed = onceEach((schedule) => {
    const members = group(schedule)?.set.get("member") ?? [schedule];
    return members.length > 0 && members.every(isPast);
  });

  return ({ set }) => {
    const schedules = set.get("schedule") ?? [];
    if (schedules.length > 0 && schedules.every(hasPassed)) return true;
    const expires = set.get("policy-expiry")?.[0] === "enable";
    const dates = ["policy-expiry-date", "policy-expiry-date-utc"];
    return expires && dates.some((word) => hasEnded(set.get(word)?.[0] ?? "", today));
  };
}

/** The schedule of that name and kind, unless a command changes it in a way that is not followed. */
function entryIn(scope: Block, kind: string): (name: string) => Block | undefined {
  const table = tableOf(scope, `firewall schedule ${kind}`);
  return (name) => {
    const entry = table?.changedBy ? undefined : table?.inner.get(`edit ${name}`);
    return entry?.changedBy ? undefined : entry;
  };
}
