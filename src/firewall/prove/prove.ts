import type { AddressSet } from "../address.ts";
import type { Flow } from "../flow.ts";
import type { Policy } from "../policy.ts";
import type { Bound } from "../ranges.ts";
import type { Phase } from "../table.ts";
import { candidatesOf } from "./candidates.ts";
import { type Crossing, crossingsOf } from "./crossing.ts";
import { gridOf } from "./grid.ts";
import { type Ground, layerOf } from "./layer.ts";
import { type Part, partsOf } from "./parts.ts";
import { type Question, questionOf } from "./question.ts";

export type FlowVerdict = "permitted" | "denied" | "partly" | "undetermined";

/** What a configuration does with one flow, and how that is known. */
export interface FlowProof {
  flow: Flow;
  verdict: FlowVerdict;
  /** Together they are the whole flow, largest first within what is worst. */
  parts: Part[];
  /** Where the packets were taken to cross. */
  crossing: Crossing | undefined;
  /** Whether the crossing rests on nothing but the rules. */
  assumed: boolean;
  /** Whether the answer is another one for another crossing, and nobody knows which it is. */
  contested: boolean;
  /** A packet that does not pass; of a part that cannot be told where none surely fails. */
  counterexample: Example | undefined;
  /** Why nothing could be proved, where that is not the configuration's doing. */
  impossible: "no-source-of-family" | "family-not-spoken" | "too-complex" | undefined;
}

export interface Example {
  source: Bound;
  sourcePort: number;
  /** Undefined where only the name is known. */
  destination: Bound | undefined;
  destinationPort: number;
}

const stateful: readonly Phase[] = ["open"];
/** Without connection tracking of its own, every packet of the connection needs a rule. */
const checked: readonly Phase[] = ["open", "reply", "data", "replyData"];

/** Proves every flow against one configuration, for all source addresses at once. */
export function prove(
  policy: Policy,
  flows: readonly Flow[],
  sources: AddressSet,
  given: Crossing = { input: undefined, output: undefined },
): FlowProof[] {
  const asked = flows.map((flow) => questionOf(flow, sources));
  const questions = asked.filter((question) => question !== undefined);
  const there = candidatesOf(policy, questions, "there");
  const back = policy.replies === "checked" ? candidatesOf(policy, questions, "back") : [];
  let next = 0;
  return flows.map((flow, at) => {
    const question = asked[at];
    if (!question) return failed(flow, "no-source-of-family");
    const number = next++;
    if (!policy.families.includes(question.family)) return failed(flow, "family-not-spoken");
    const rows = { there: there[number]!, back: back[number] ?? new Int32Array() };
    return proveOne(policy, flow, question, rows, given);
  });
}

function proveOne(
  policy: Policy,
  flow: Flow,
  question: Question,
  rows: Ground["rows"],
  given: Crossing,
): FlowProof {
  const grid = gridOf(policy, question, rows);
  if (!grid) return failed(flow, "too-complex");
  const phases = policy.replies === "checked" ? checked : stateful;
  const { all, assumed } = crossingsOf(policy, question, rows.there, given);
  const proofs = all.map((crossing) => {
    const ground: Ground = { policy, question, grid, rows, crossing };
    const layers = phases.flatMap((phase) =>
      policy.stages.map((_, stage) => layerOf(ground, phase, stage)),
    );
    const parts = partsOf(policy, grid, layers).sort(byGravity);
    return { crossing, parts, verdict: verdictOf(parts) };
  });
  const [first] = proofs;
  const agree = proofs.every(({ verdict }) => verdict === first!.verdict);
  const told = agree ? first! : disagreeing(proofs);
  const example = told.parts.find(({ verdict }) => verdict !== "permitted");
  return {
    flow,
    verdict: told.verdict,
    parts: told.parts,
    crossing: told.crossing,
    assumed: assumed && proofs.length === 1,
    contested: !agree,
    counterexample: example && exampleOf(example, question),
    impossible: undefined,
  };
}

/** It depends on where the packets cross, and that is not known: nothing is certain. */
function disagreeing(proofs: { crossing: Crossing; parts: Part[]; verdict: FlowVerdict }[]) {
  const parts = proofs.flatMap((proof) =>
    proof.parts.map(
      (part): Part => ({
        ...part,
        verdict: "undetermined",
        share: part.share / proofs.length,
      }),
    ),
  );
  return { crossing: undefined, parts, verdict: "undetermined" as const };
}

const gravity = { denied: 0, undetermined: 1, permitted: 2 } as const;

function byGravity(a: Part, b: Part): number {
  return gravity[a.verdict] - gravity[b.verdict] || b.share - a.share;
}

function verdictOf(parts: Part[]): FlowVerdict {
  const found = new Set(parts.map(({ verdict }) => verdict));
  if (found.has("undetermined")) return "undetermined";
  if (found.size > 1) return "partly";
  return found.has("permitted") ? "permitted" : "denied";
}

function exampleOf({ boxes }: Part, { name }: Question): Example | undefined {
  const [box] = boxes;
  if (!box) return undefined;
  return {
    source: box.clients[0]![0],
    sourcePort: box.clientPorts[0],
    destination: name === undefined ? box.servers[0] : undefined,
    destinationPort: box.serverPorts[0],
  };
}

function failed(flow: Flow, impossible: FlowProof["impossible"]): FlowProof {
  return {
    flow,
    verdict: "undetermined",
    parts: [],
    crossing: undefined,
    assumed: false,
    contested: false,
    counterexample: undefined,
    impossible,
  };
}
