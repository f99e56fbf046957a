import type { AddressSet } from "../address.ts";
import type { Flow } from "../flow.ts";
import { linesOf } from "../lines.ts";
import type { Policy } from "../policy.ts";
import type { Crossing } from "../prove/crossing.ts";
import { type FlowProof, prove } from "../prove/prove.ts";
import type { Source } from "../source.ts";
import type { Writer } from "../write/writer.ts";
import { type Audit, type AuditScope, auditOf, tellExcess, tellShadow } from "./audit.ts";
import { type Fix, fixOf } from "./fix.ts";
import { tellFlow } from "./tell.ts";
import type { ToldFix, Verification } from "./verification.ts";

export interface VerifyRequest {
  source: Source;
  policy: Policy;
  guide: { id: string; edition: string };
  flows: readonly Flow[];
  sources: AddressSet;
  /** As the user wrote them. */
  sourcesGiven: readonly string[];
  crossing: Crossing;
  audit: AuditScope;
  /** Writes what is missing, where the vendor has a writer and the user asked. */
  writer: Writer | undefined;
  /** YYYY-MM-DD: by which the policy's reader judged what ends on a day. */
  today: string;
}

/** Holds a configuration against a guide's flows: what passes, what does not, what is open beyond. */
export function verify(request: VerifyRequest): Verification {
  const { source, policy, guide, flows, sources, crossing, writer } = request;
  const proofs = prove(policy, flows, sources, crossing);
  const audit = auditOf(policy, proofs, sources, crossing, request.audit);
  const fix = writer && fixOf(source, policy, proofs, sources, guide, writer, crossing);
  const lines = linesOf(source, linesNeeded(policy, proofs, audit, fix));
  return {
    schema: "jochi.firewall-verification/1",
    vendor: policy.vendor,
    guide,
    today: request.today,
    sources: [...request.sourcesGiven],
    flows: proofs.map((proof) => tellFlow(proof, lines)),
    audited: audit.scope,
    excess: audit.excess.map((entry) => tellExcess(entry, lines)),
    shadowed: audit.shadowed.map((entry) => tellShadow(entry, lines)),
    counts: audit.counts,
    notUnderstood: policy.notUnderstood.slice(0, mostNotUnderstood).map(({ line, what }) => ({
      line,
      text: lines.get(line) ?? "",
      what,
    })),
    assumptions: [...policy.assumptions, ...assumedCrossings(proofs)],
    ...(fix && { fix: tellFix(fix, lines) }),
  };
}

/** Each way on which a proof rests though nothing but rules speaks for it, once. */
function assumedCrossings(proofs: readonly FlowProof[]): Verification["assumptions"] {
  const ways = proofs.flatMap(({ assumed, crossing }) => (assumed && crossing ? [crossing] : []));
  const distinct = Map.groupBy(ways, ({ input, output }) => `${input} ${output}`);
  return [...distinct.values()].map(([way]) => ({
    key: "firewall.crossing",
    values: { input: way?.input ?? "?", output: way?.output ?? "?" },
  }));
}

const mostNotUnderstood = 100;

function linesNeeded(
  { notUnderstood }: Policy,
  proofs: readonly FlowProof[],
  audit: Audit,
  fix: Fix | undefined,
): number[] {
  return [
    ...proofs.flatMap(({ parts }) => parts.flatMap(({ decidedBy }) => decidedBy)),
    ...audit.excess,
    ...audit.shadowed.flatMap((shadow) => [shadow, ...shadow.by.map((line) => ({ line }))]),
    ...notUnderstood.slice(0, mostNotUnderstood),
    ...(fix ? fix.places : []),
  ].map(({ line }) => line);
}

function tellFix({ written, places, proved }: Fix, lines: ReadonlyMap<number, string>): ToldFix {
  return {
    text: written.add[0]?.text ?? "",
    remove: written.remove[0]?.text ?? "",
    places: places.map(({ line, before, chain, placement }) => ({
      line,
      text: lines.get(line) ?? "",
      before,
      chain,
      written: placement !== undefined,
    })),
    proved,
    needsPerson: written.needsPerson.flatMap(({ opening, key }) =>
      opening.hosts.map((host) => ({ host, key })),
    ),
  };
}
