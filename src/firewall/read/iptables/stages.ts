import { everyPhase, phases } from "../../table.ts";
import type { ReadOptions } from "../reader.ts";
import type { Reading } from "./reading.ts";

type Hook = NonNullable<ReadOptions["hook"]>;

/** A base chain, and which packets of the connection come through it. */
type Passing = readonly [chain: string, phases: number];

const requests = phases.open | phases.data;
const answers = phases.reply | phases.replyData;

/** The nat table's chains behind the routing rewrite the source, which no rule here looks at. */
const into = ["raw/PREROUTING", "mangle/PREROUTING", "nat/PREROUTING"];
const here = ["mangle/INPUT", "filter/INPUT", "security/INPUT"];
const out = ["raw/OUTPUT", "mangle/OUTPUT", "nat/OUTPUT", "filter/OUTPUT", "security/OUTPUT"];
const away = ["mangle/POSTROUTING"];
const across = ["mangle/FORWARD", "filter/FORWARD", "security/FORWARD"];

const through = (chains: readonly string[], packets: number) =>
  chains.map((chain): Passing => [chain, packets]);

/**
 * Base chains in the kernel's order. What a host sends leaves by its output chains, the answers come
 * in by the others; and the other way round for what comes to it.
 */
const ways: Readonly<Record<Hook, readonly Passing[]>> = {
  forward: through([...into, ...across, ...away], everyPhase),
  input: [...through([...into, ...here], requests), ...through([...out, ...away], answers)],
  output: [...through([...out, ...away], requests), ...through([...into, ...here], answers)],
};

/** The stages of the hook that is asked for, or of the one that this file is about. */
export function addStages(reading: Reading, asked: Hook | undefined): void {
  const { builder } = reading;
  const filled = new Set<string>();
  const used = chainsWithRows(reading);
  for (const [key, { number, policy }] of reading.chains) {
    if (used.has(number) || policy === "deny") filled.add(key);
  }
  const isFilled = (hook: Hook) =>
    ways[hook].some(([key]) => key.endsWith(`/${hook.toUpperCase()}`) && filled.has(key));
  const hook = asked ?? (!isFilled("forward") && isFilled("output") ? "output" : "forward");
  if (hook !== (asked ?? "forward")) builder.assume("firewall.assumed.output-hook");
  for (const [key, packets] of ways[hook]) {
    if (!filled.has(key) && !key.startsWith("filter/")) continue;
    const { policy = "permit", line = 0 } = reading.chains.get(key) ?? {};
    builder.stage({ chain: builder.chain(key), otherwise: policy, line, phases: packets });
  }
}

function chainsWithRows({ builder: { table } }: Reading): Set<number> {
  const found = new Set<number>();
  let last = -1;
  for (let row = 0; row < table.length; row += 1) {
    const chain = table.chain[row]!;
    if (chain !== last) found.add(chain);
    last = chain;
  }
  return found;
}
