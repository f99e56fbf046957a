import { hasEnded, onceEach } from "../expiry.ts";
import { find, type Statement, within } from "./statement.ts";

/** Whether a scheduler of a system has surely ended by `today`. */
export function isOverIn(own: Statement, today: string | undefined): (name: string) => boolean {
  return onceEach((name) => {
    const slots = within(own, "schedulers", "scheduler", name).filter(
      ({ word }) => word !== "description",
    );
    return slots.length > 0 && slots.every((slot) => hasPassed(slot, today));
  });
}

/** `start-date 2019-06-01.08:00 stop-date 2019-06-30.18:00`; days of the week come again. */
function hasPassed(slot: Statement, today: string | undefined): boolean {
  if (slot.word !== "start-date") return false;
  const starts = within(slot);
  return (
    starts.length > 0 &&
    starts.every((start) => {
      const stops = within(find(start, "stop-date"));
      return stops.length > 0 && stops.every(({ word }) => hasEnded(word, today));
    })
  );
}
