import type { Verdict } from "../../evidence/verdict.ts";
import type { Row } from "../../guide/guide.ts";
import type { FirewallAction, World } from "../../machine/world.ts";
import { rowsInLab } from "../places.ts";
import { causeOn, distanceKnown } from "./_rows.ts";
import type { Fault } from "./fault.ts";
import { patternsOf, selectRows } from "./select.ts";

type Who = Pick<Fault, "id" | "title"> & {
  verdict: Verdict;
  action: Exclude<FirewallAction, "accept">;
};

/** The firewall treats some documented rows otherwise than it should. */
export function firewallFault({ id, verdict, title, action }: Who): Fault {
  return {
    id,
    verdict,
    layer: "tcp",
    title,
    targets: (_world, guide) => patternsOf(guide, () => true),
    apply(world, target, guide) {
      const broken = structuredClone(world);
      const rules = selectRows(guide, target).map(({ address, port }) => ({
        address,
        port,
        action,
      }));
      broken.firewall.rules.unshift(...rules);
      return broken;
    },
    expect(world, guide, target) {
      const rows = selectRows(guide, target);
      const all = rowsInLab(guide);
      if (action === "tcp-reset") return causeOn(rows, resetVerdict(world, all, rows));
      // "No such network" from every one of several is what a missing route further on looks like, too.
      const noNetwork =
        action.startsWith("icmp-net") && rows.length === all.length && all.length > 1;
      return causeOn(rows, noNetwork ? "net.no-route" : verdict);
    },
  };
}

/** A reset by the firewall is told from one by the host only by how near it comes from. */
function resetVerdict(world: World, all: Row[], rows: Row[]): Verdict {
  const known = rows.every(({ host }) =>
    distanceKnown(
      world,
      all.filter((row) => row.host === host),
    ),
  );
  return known ? "tcp.reject" : "tcp";
}
