import type { Reading } from "../failure.ts";
import { readText } from "../node/text-file.ts";
import type { PcFacts } from "../pc.ts";
import type { WorldPcFacts } from "../world.ts";

const mostBytes = 1_048_576;

/**
 * Linux has none of the things a Korean payment page asks for. The lab gives its client the facts
 * of a Windows PC through a file, so that whole scenarios can be played on Linux.
 */
export function pcFacts(env: NodeJS.ProcessEnv): PcFacts {
  const path = env.JOCHI_LAB_PC_FACTS;
  let loaded: Promise<WorldPcFacts> | undefined;
  const answer = async <T>(
    method: keyof PcFacts,
    pick: (facts: WorldPcFacts) => T,
  ): Promise<Reading<T>> => {
    if (!path) return { state: "not-applicable" };
    loaded ??= load(path);
    const facts = await loaded;
    const failure = facts.unreadable[method];
    return failure ? { state: "unreadable", failure } : { state: "found", value: pick(facts) };
  };
  return {
    browsers: () => answer("browsers", (facts) => facts.browsers),
    programs: () => answer("programs", (facts) => facts.programs),
    zoneEntries: () => answer("zoneEntries", (facts) => facts.zoneEntries),
    popups: () => answer("popups", (facts) => facts.popups),
    rootCertificates: () => answer("rootCertificates", (facts) => facts.rootCertificates),
    exists: (wanted) => answer("exists", ({ paths }) => paths.some((one) => same(one, wanted))),
  };
}

/** Windows paths know no case. */
function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A wrong file is a mistake in the lab, not a finding about a PC. */
async function load(path: string): Promise<WorldPcFacts> {
  const reading = await readText(path, mostBytes);
  if (reading.state !== "found") {
    const why = reading.state === "unreadable" ? reading.failure : reading.state;
    throw new Error(`JOCHI_LAB_PC_FACTS: ${path}: ${why}`);
  }
  const { PcFactsFile } = await import("./pc-facts-file.ts");
  return PcFactsFile.parse(JSON.parse(reading.value));
}
