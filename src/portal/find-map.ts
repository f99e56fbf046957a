import type { ProgressEvent } from "../doctor/diagnose.ts";
import type { Diagnosis } from "../evidence/report.ts";
import { type Guide, rowId } from "../guide/guide.ts";
import type { Text } from "../guide/schema/common.ts";
import { placesOf } from "../report/places.ts";
import { markOf } from "../report/view.ts";

/**
 * How something stands on the map. `waiting`: not looked at yet; `looked`: looked at, and nothing is
 * said before all is judged; `unsure`: looked at, and nobody can tell.
 */
export type Lamp = "waiting" | "looked" | "ok" | "bad" | "unsure";

/** The way from this PC through the firewall to each group of servers, as it is being found. */
export interface FindMap {
  phase: "start" | Extract<ProgressEvent, { type: "phase" }>["key"] | "done";
  pc: Lamp;
  firewall: Lamp;
  groups: GroupLamps[];
}

export interface GroupLamps {
  id: string;
  title: Text;
  total: number;
  /** By row id, in the order in which they were heard of. */
  rows: Record<string, Lamp>;
}

export const emptyMap: FindMap = { phase: "start", pc: "waiting", firewall: "waiting", groups: [] };

/** The map after one more event. */
export function mapAfter(map: FindMap, event: ProgressEvent): FindMap {
  switch (event.type) {
    case "start": {
      const groups = event.groups.map(
        ({ id, title, rows: total }): GroupLamps => ({
          id,
          title: { ko: title.ko, ...(title.en !== undefined && { en: title.en }) },
          total,
          rows: {},
        }),
      );
      return { ...map, groups };
    }
    case "phase":
      return { ...map, phase: event.key };
    case "place":
      return { ...map, [event.place]: event.stands };
    case "row": {
      // Until all is judged, a row that nobody can tell of is one that was looked at.
      const lamp: Lamp = event.verdict === "insufficient" ? "looked" : markOf(event.verdict);
      const groups = map.groups.map((group) =>
        group.id === event.group ? { ...group, rows: { ...group.rows, [event.id]: lamp } } : group,
      );
      return { ...map, groups };
    }
    case "done":
      return {
        ...map,
        phase: "done",
        pc: settledLamp(map.pc),
        firewall: settledLamp(map.firewall),
        groups: map.groups.map(settled),
      };
  }
}

const settledLamp = (lamp: Lamp): Lamp => (lamp === "looked" ? "unsure" : lamp);

function settled(group: GroupLamps): GroupLamps {
  const rows = Object.entries(group.rows).map(([id, lamp]): [string, Lamp] => [
    id,
    settledLamp(lamp),
  ]);
  return { ...group, rows: Object.fromEntries(rows) as Record<string, Lamp> };
}

/** The map of a diagnosis that is complete. */
export function mapOf(diagnosis: Diagnosis, guide: Guide): FindMap {
  const groups = guide.groups.map(({ id, title }) => {
    const own = diagnosis.endpoints.filter(({ group }) => group === id);
    const rows = own.map((row): [string, Lamp] => [rowId(row), markOf(row.verdict)]);
    return {
      id,
      title,
      total: rows.length,
      rows: Object.fromEntries(rows) as Record<string, Lamp>,
    };
  });
  const shown = groups.filter(({ total }) => total > 0);
  return { phase: "done", ...placesOf(diagnosis), groups: shown };
}

/** How many rows of a group stand how. */
export function countsOf({ rows, total }: GroupLamps): Record<Lamp, number> {
  const counts: Record<Lamp, number> = { waiting: 0, looked: 0, ok: 0, bad: 0, unsure: 0 };
  for (const lamp of Object.values(rows)) counts[lamp] += 1;
  counts.waiting = Math.max(0, total - Object.keys(rows).length);
  return counts;
}

/** One lamp for a whole group: the worst of its rows. */
export function groupLamp(group: GroupLamps): Lamp {
  const counts = countsOf(group);
  const order: readonly Lamp[] = ["bad", "waiting", "looked", "unsure", "ok"];
  return order.find((lamp) => counts[lamp] > 0) ?? "waiting";
}
