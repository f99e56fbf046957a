import type { Verdict } from "../../evidence/verdict.ts";
import type { Guide, Row } from "../../guide/guide.ts";
import type { World, WorldService } from "../../machine/world.ts";
import { causeOn, rowsAt } from "./_rows.ts";
import type { Fault, FaultLayer } from "./fault.ts";
import { patternsOf, selectRows } from "./select.ts";

type Who = Pick<Fault, "id" | "title"> & {
  verdict: Verdict;
  layer: FaultLayer;
  /** Rows on which it can show itself. */
  on: (row: Row) => boolean;
  /** Trouble of a server is one host's; a device on the way may reach any set of rows. */
  reach: "host" | "any";
  change: Partial<WorldService>;
  /** What else has to be true of the world. */
  also?: (world: World) => void;
};

/** Servers of some rows do something else than they should. */
export function serviceFault({ id, verdict, layer, title, on, reach, change, also }: Who): Fault {
  return {
    id,
    verdict,
    layer,
    title,
    targets: (_world, guide) =>
      patternsOf(guide, on).filter((pattern) => reach === "any" || ofOneHost(guide, pattern)),
    apply(world, target, guide) {
      const broken = structuredClone(world);
      for (const { address, port } of rowsAt(guide, target, on)) {
        const service = broken.services[`${address}:${port}`];
        if (service) Object.assign(service, change);
      }
      also?.(broken);
      return broken;
    },
    expect: (_world, guide, target) => causeOn(rowsAt(guide, target, on), verdict),
  };
}

function ofOneHost(guide: Guide, pattern: string): boolean {
  return new Set(selectRows(guide, pattern).map(({ host }) => host)).size === 1;
}
