import type { localCauses } from "../../evidence/verdict.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Service } from "../../machine/pc.ts";
import type { WorldPcFacts } from "../../machine/world.ts";
import type { Fault } from "./fault.ts";

type Who = Pick<Fault, "id" | "title"> & {
  verdict: (typeof localCauses)[number];
  targets: (guide: Guide) => string[];
  change: (facts: WorldPcFacts, guide: Guide, target: string) => void;
  /** Whether the target is a program whose agents fall silent with it. */
  silencesAgents?: true;
  /** The requirement that fails, where it is not the target itself. */
  subject?: (guide: Guide, target: string) => string;
};

/** Something on the PC is not as the guide asks. */
export function pcFault({
  id,
  verdict,
  title,
  targets,
  change,
  subject,
  silencesAgents,
}: Who): Fault {
  return {
    id,
    verdict,
    layer: "pc",
    title,
    targets: (_world, guide) => targets(guide),
    apply(world, target, guide) {
      const broken = structuredClone(world);
      if (!broken.pc.facts) return broken;
      change(broken.pc.facts, guide, target);
      const silent = guide.agents.filter(({ program }) => silencesAgents && program === target);
      for (const agent of broken.pc.agents) {
        if (silent.some(({ id }) => id === agent.id)) agent.listening = false;
      }
      return broken;
    },
    expect: (world, guide, target) =>
      world.pc.facts && { cause: verdict, subjects: [subject?.(guide, target) ?? target] },
  };
}

export function requiredPrograms(guide: Guide): Guide["programs"] {
  return guide.programs.filter(({ required }) => required);
}

/** The PC shows pages as Internet Explorer would, where that is what a site of the guide is for. */
export function asIeMode(facts: WorldPcFacts, guide: Guide, site: string | undefined): void {
  if (guide.sites.find(({ id }) => id === site)?.onlyIn === undefined) return;
  if (!facts.browsers.some(({ id }) => id === "edge"))
    facts.browsers.push({ id: "edge", version: "148.0.3800.58", default: true });
  facts.browserPolicies = [...(facts.browserPolicies ?? []), ieModePolicy];
}

/** Microsoft Edge policy InternetExplorerIntegrationLevel: 1 is the Internet Explorer mode. */
export const ieModePolicy = {
  browser: "edge",
  place: "machine-policy",
  name: "InternetExplorerIntegrationLevel",
  values: ["1"],
} as const satisfies NonNullable<WorldPcFacts["browserPolicies"]>[number] | object;

/** The installed entry of a program of the guide. */
export function installed(facts: WorldPcFacts, guide: Guide, id: string) {
  const names = guide.programs.find((program) => program.id === id)?.uninstallNames ?? [];
  return facts.programs.find(({ name }) => names.some((pattern) => matches(pattern, name)));
}

/** Puts the services of a program of the guide into one state. */
export function setServices(
  facts: WorldPcFacts,
  guide: Guide,
  id: string,
  state: Service["state"],
): void {
  const names = guide.programs.find((program) => program.id === id)?.services ?? [];
  facts.services = (facts.services ?? []).map((one) =>
    names.includes(one.name) ? { ...one, state } : one,
  );
}

/** The day by which the lab judges what a guide says about certificates. */
const labDay = Date.UTC(2026, 10, 1);

/** Certificates of the guide that are still in force: one of their candidates is. */
export function currentCertificates({ certificates }: Guide): string[] {
  return certificates
    .filter(({ candidates }) =>
      candidates.some(
        ({ notAfter, distrusted }) =>
          (notAfter === undefined || Date.parse(notAfter) > labDay) &&
          (distrusted === undefined || distrusted.newOnly),
      ),
    )
    .map(({ id }) => id);
}

/** The store entry of a certificate of the guide. */
export function stored(facts: WorldPcFacts, guide: Guide, id: string) {
  const candidates = guide.certificates.find((one) => one.id === id)?.candidates ?? [];
  return facts.rootCertificates.find(({ subject }) =>
    candidates.some((candidate) => candidate.subject === subject),
  );
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1).trim()) : name === pattern;
}
