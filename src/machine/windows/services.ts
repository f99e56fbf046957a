import { type ScAnswer, serviceState } from "../../windows/read-services.ts";
import type { Reading } from "../failure.ts";
import type { Service } from "../pc.ts";
import type { System } from "../system.ts";
import { keys } from "./keys.ts";

const scExe = "%SystemRoot%\\System32\\sc.exe";
const limits = { timeoutMs: 10_000, maxBytes: 65_536 };
/** What a service's name may be made of, so that no name can mean an option or another key. */
const plainName = /^[\w$.() -]{1,200}$/;

/** Services by name: whether they are there, may run, and run. */
export async function services(
  system: System,
  names: readonly string[],
): Promise<Reading<Service[]>> {
  const states = await Promise.all(names.map((name) => stateOf(system, name)));
  if (states.includes(undefined)) return { state: "not-applicable" };
  const value = names.map((name, at) => ({ name, state: states[at] ?? ("unknown" as const) }));
  return { state: "found", value };
}

/** Undefined on a system that has no services. */
async function stateOf(system: System, name: string): Promise<Service["state"] | undefined> {
  if (!plainName.test(name)) return "unknown";
  const key = await system.readKey(`${keys.services}\\${name}`);
  if (key.state === "not-applicable") return undefined;
  if (key.state === "unreadable") return "unknown";
  if (key.state === "absent") return "absent";
  return serviceState(key.value, await asked(system, name));
}

async function asked(system: System, name: string): Promise<ScAnswer | undefined> {
  const ran = await system.run(scExe, ["query", name], limits);
  if (ran.state !== "found") return undefined;
  return { code: ran.value.code, output: new TextDecoder("latin1").decode(ran.value.output) };
}
