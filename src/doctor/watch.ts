import type { Fact } from "../evidence/evidence.ts";
import type { OwnProbeId } from "../evidence/facts.ts";
import type { Seen } from "../evidence/report.ts";
import type { Verdict } from "../evidence/verdict.ts";
import { type Guide, rowId, rowsOf } from "../guide/guide.ts";
import { type Place, type Places, placesOf, provenSoFar } from "../report/places.ts";

/**
 * How a place on the way stands while it is being found: `looked`, once something of it has been
 * seen and nothing is proved; the rest as in `Places`.
 */
export type PlaceNow = Places[Place] | "looked";

/** What happens while the doctor looks, for those who watch. */
export type ProgressEvent =
  | {
      type: "start";
      groups: { id: string; title: { ko: string; en?: string | undefined }; rows: number }[];
    }
  | { type: "phase"; key: "local" | "network" | "separating" | "judging" }
  | { type: "place"; place: Place; stands: PlaceNow }
  | { type: "row"; id: string; group: string; verdict: Verdict }
  | { type: "done" };

export interface Watch {
  /** One more fact has been gathered. */
  fact(fact: Pick<Fact, "probe" | "with">): void;
  /** Everything about the PC itself has been gathered. */
  localOver(): void;
  over(seen: Seen): void;
}

/**
 * What a fact is about. Of `agents` nothing is told before all their ports were asked: any one of them
 * may be the one that answers. `network` says nothing of a place by itself.
 */
const subjects: Record<OwnProbeId, "row" | "network" | "agents" | "pc"> = {
  row: "row",
  "proxied-row": "row",
  route: "network",
  "control-name": "network",
  "control-port": "network",
  "small-answer": "network",
  "server-flight": "network",
  "plain-http": "network",
  "icmp-count": "network",
  quiet: "network",
  near: "network",
  resolve: "network",
  lookup: "network",
  agent: "agents",
  interfaces: "pc",
  resolvers: "pc",
  "hosts-file": "pc",
  "proxy-settings": "pc",
  pac: "pc",
  browsers: "pc",
  programs: "pc",
  "zone-entries": "pc",
  "zone-settings": "pc",
  "browser-policies": "pc",
  "site-permissions": "pc",
  services: "pc",
  popups: "pc",
  roots: "pc",
  path: "pc",
};

/**
 * Tells those who watch what was found. Of each row, that its walk is over and what can be said of it
 * so far; a group of which one PC can test nothing is not among them. Of the PC and of what is between
 * it and the servers, what is proved already, and nothing that would have to be taken back.
 *
 * @param judgeNow what can be said now, without a plan, for it would be another at the next row; absent: rows say `insufficient` and places nothing
 */
export function watchFor(
  guide: Guide,
  onEvent: (event: ProgressEvent) => void,
  judgeNow: (() => Seen) | undefined,
): Watch {
  const rows = rowsOf(guide);
  const groups = guide.groups.map(({ id, title }) => ({
    id,
    title,
    rows: rows.filter(({ group }) => group === id).length,
  }));
  onEvent({ type: "start", groups: groups.filter((group) => group.rows > 0) });
  const told: Partial<Record<Place, PlaceNow>> = {};
  let isLocalOver = false;

  const tell = (place: Place, stands: PlaceNow) => {
    if (told[place] === stands) return;
    told[place] = stands;
    onEvent({ type: "place", place, stands });
  };
  const tellProven = (seen: Seen) => {
    const proven = provenSoFar(seen, isLocalOver);
    if (proven.pc) tell("pc", proven.pc);
    if (proven.firewall) tell("firewall", proven.firewall);
  };
  const tellRows = (given: Fact["with"], seen: Seen | undefined) => {
    const { host, address, port } = given as { host: string; address?: string; port: number };
    const walked = rows.filter(
      (row) => row.host === host && row.port === port && row.address === (address ?? row.address),
    );
    for (const row of walked) {
      const id = rowId(row);
      const judged = seen?.endpoints.find((each) => rowId(each) === id);
      const verdict = judged?.verdict ?? "insufficient";
      onEvent({ type: "row", id, group: row.group, verdict });
    }
  };

  return {
    fact({ probe, with: given }) {
      const subject = subjects[probe as OwnProbeId];
      if (subject === "network" || (subject !== "row" && !judgeNow)) return;
      const place = subject === "row" ? "firewall" : "pc";
      if (judgeNow && told[place] === undefined) tell(place, "looked");
      const seen = subject === "agents" ? undefined : judgeNow?.();
      if (subject === "row") tellRows(given, seen);
      if (seen) tellProven(seen);
    },
    localOver() {
      isLocalOver = true;
      if (judgeNow) tellProven(judgeNow());
    },
    over(seen) {
      if (judgeNow) {
        const { pc, firewall } = placesOf(seen);
        tell("pc", pc);
        tell("firewall", firewall);
      }
      for (const row of seen.endpoints) {
        onEvent({ type: "row", id: rowId(row), group: row.group, verdict: row.verdict });
      }
      onEvent({ type: "done" });
    },
  };
}
