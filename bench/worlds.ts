import { type Guide, type Row, rowId, rowsOf } from "../src/guide/guide.ts";
import { worldOf } from "../src/lab/world-of.ts";
import type { World } from "../src/machine/world.ts";

/** A line of the bench's tables: a closed network, and which documented rows it drops. */
export interface BenchWorld {
  id: "healthy" | "seven" | "silent" | "all" | "lossy";
  title: string;
  world: World;
  dropped: ReadonlySet<string>;
}

const some = 7;
const line = { delayMs: 80, jitterMs: 0, loss: 0.02 };

export function benchWorlds(guide: Guide): BenchWorld[] {
  const rows = rowsOf(guide);
  const tachyon = rows.filter(({ host, port }) => host === "bwt.nprotect2.net" && port === 443);
  const lonely = rows.filter((row) => portsAt(rows, row) === 1).slice(0, some);
  const of = (dropped: Row[]) => `${dropped.length} of ${rows.length} dropped`;
  const healthy = dropping(guide, "healthy", "healthy", []);
  return [
    healthy,
    dropping(guide, "seven", `${of(tachyon)}, the other port of each address open`, tachyon),
    // No open port tells how far such an address is, or whether anybody is there at all.
    dropping(guide, "silent", `${of(lonely)}, each address wholly silent`, lonely),
    dropping(guide, "all", "everything dropped", rows),
    {
      ...healthy,
      id: "lossy",
      title: `${line.delayMs} ms delay, ${line.loss * 100} % loss`,
      world: { ...healthy.world, link: line },
    },
  ];
}

function dropping(guide: Guide, id: BenchWorld["id"], title: string, rows: Row[]): BenchWorld {
  const world = worldOf(guide);
  const rules = rows.map(({ address, port }) => ({ address, port, action: "drop" as const }));
  world.firewall.rules.unshift(...rules);
  return { id, title, world, dropped: new Set(rows.map(rowId)) };
}

function portsAt(rows: Row[], { address }: Row): number {
  return rows.filter((row) => row.address === address).length;
}
