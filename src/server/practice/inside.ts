import { readFileSync } from "node:fs";
import { onMessages, say } from "../../lab/servers/channel.ts";
import { playedPc } from "../../lab/windows/played-pc.ts";
import { linuxMachine } from "../../machine/linux.ts";
import type { Machine } from "../../machine/machine.ts";
import { memorySystem } from "../../machine/memory/system.ts";
import type { WorldPcFacts } from "../../machine/world.ts";
import { troubleOf } from "../refusal.ts";
import { carrierFor } from "./carry-out.ts";
import { createGuides, nameOf } from "./guides.ts";
import { noticed } from "./noticed.ts";
import type { FromInside, ToInside } from "./practice.ts";

/**
 * The doctor on the client of the simulated network. The page is served outside; what is asked and
 * what is seen goes through this process's standard input and output. It ends with its input.
 */
const { env } = process;
const guides = createGuides(env.JOCHI_DEMO_GUIDE, true);
const guide = guides.get(nameOf(guides.list[0]!));
const tell = (message: FromInside) => say(process.stdout, message);
const running = new Map<number, AbortController>();
const settling = new Map<number, () => void>();
let changes = 0;

async function machine(): Promise<Machine> {
  const { JOCHI_PUBLIC_CA: ca, JOCHI_LAB_PC_FACTS: facts, JOCHI_DEMO_SYSTEM: file } = env;
  const publicCaPems = ca === undefined ? [] : [readFileSync(ca, "utf8")];
  const linux = linuxMachine({ publicCaPems, env });
  if (file === undefined || facts === undefined) return linux;
  const known = JSON.parse(readFileSync(facts, "utf8")) as WorldPcFacts;
  const system = noticed(memorySystem({ file }), settled);
  return playedPc(linux, system, known, guide);
}

function settled(): Promise<void> {
  changes += 1;
  const id = changes;
  tell({ changed: id });
  return new Promise((resolve) => settling.set(id, resolve));
}

const carryOut = carrierFor({
  machine,
  guide: guides.get,
  alone: `treatment ${env.JOCHI_DEMO_SYSTEM ?? "lab"}`,
});

async function receive(message: ToInside): Promise<void> {
  if ("settled" in message) {
    settling.get(message.settled)?.();
    settling.delete(message.settled);
    return;
  }
  const { id } = message;
  if ("abort" in message) {
    running.get(id)?.abort();
    return;
  }
  const stop = new AbortController();
  running.set(id, stop);
  try {
    const value = await carryOut(message.order, (line) => tell({ id, line }), stop.signal);
    tell({ id, value: value ?? null });
  } catch (error) {
    const { status, trouble } = troubleOf(error);
    tell({ id, refused: { status, trouble } });
  } finally {
    running.delete(id);
  }
}

onMessages(
  process.stdin,
  (message: ToInside) => void receive(message),
  () => process.exit(0),
);
