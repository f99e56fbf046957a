import { noSystem } from "../no-system.ts";
import { readText } from "../node/text-file.ts";
import type { PcFacts } from "../pc.ts";
import type { System } from "../system.ts";
import type { WorldPcFacts } from "../world.ts";
import { labSystemFile } from "./lab-system.ts";

const mostBytes = 1_048_576;

/**
 * Linux has none of the things a Korean payment page asks for. The lab gives its client the facts
 * of a Windows PC through a file, so that whole scenarios can be played on Linux; they are answered
 * as the in-memory machine answers them. Where it gives a whole PC instead, with registry and files,
 * the facts are read from that as they are on Windows.
 */
export function pcFacts(env: NodeJS.ProcessEnv, system: System = noSystem): PcFacts {
  const whole = labSystemFile(env);
  const path = whole ?? env.JOCHI_LAB_PC_FACTS;
  let loaded: Promise<PcFacts> | undefined;
  const facts = () => (loaded ??= whole === undefined ? load(path ?? "") : read(system));
  const notHere = { state: "not-applicable" } as const;
  return {
    browsers: async () => (path ? (await facts()).browsers() : notHere),
    programs: async () => (path ? (await facts()).programs() : notHere),
    zoneEntries: async () => (path ? (await facts()).zoneEntries() : notHere),
    zoneSettings: async () => (path ? (await facts()).zoneSettings() : notHere),
    browserPolicies: async () => (path ? (await facts()).browserPolicies() : notHere),
    sitePermissions: async () => (path ? (await facts()).sitePermissions() : notHere),
    services: async (names) => (path ? (await facts()).services(names) : notHere),
    popups: async () => (path ? (await facts()).popups() : notHere),
    rootCertificates: async () => (path ? (await facts()).rootCertificates() : notHere),
    exists: async (wanted) => (path ? (await facts()).exists(wanted) : notHere),
  };
}

async function read(system: System): Promise<PcFacts> {
  const windows = await import("../windows/pc-facts.ts");
  return windows.pcFacts(system);
}

/** A wrong file is a mistake in the lab, not a finding about a PC. */
async function load(path: string): Promise<PcFacts> {
  const reading = await readText(path, mostBytes);
  if (reading.state !== "found") {
    const why = reading.state === "unreadable" ? reading.failure : reading.state;
    throw new Error(`JOCHI_LAB_PC_FACTS: ${path}: ${why}`);
  }
  const memory = await import("../memory/facts.ts");
  return memory.pcFacts(checked(path, JSON.parse(reading.value)));
}

const lists = [
  "browsers",
  "programs",
  "zoneEntries",
  "popups",
  "rootCertificates",
  "paths",
] as const satisfies (keyof WorldPcFacts)[];

/**
 * The lab wrote the file from typed data a moment ago, so its shape is looked at and not every
 * value: a validator would cost more than everything else that a diagnosis loads.
 */
function checked(path: string, facts: WorldPcFacts): WorldPcFacts {
  const missing = lists.find((list) => !Array.isArray(facts[list]));
  if (missing !== undefined) throw new Error(`JOCHI_LAB_PC_FACTS: ${path}: no list "${missing}"`);
  return { ...facts, unreadable: facts.unreadable ?? {} };
}
