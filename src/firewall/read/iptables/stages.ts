import type { ReadOptions } from "../reader.ts";
import type { Reading } from "./reading.ts";

type Hook = NonNullable<ReadOptions["hook"]>;

/** Base chains in the kernel's order of priorities. The nat table's last ones rewrite the source. */
const ways: Readonly<Record<Hook, readonly string[]>> = {
  forward: [
    "raw/PREROUTING",
    "mangle/PREROUTING",
    "nat/PREROUTING",
    "mangle/FORWARD",
    "filter/FORWARD",
    "security/FORWARD",
    "mangle/POSTROUTING",
  ],
  input: [
    "raw/PREROUTING",
    "mangle/PREROUTING",
    "nat/PREROUTING",
    "mangle/INPUT",
    "filter/INPUT",
    "security/INPUT",
  ],
  output: [
    "raw/OUTPUT",
    "mangle/OUTPUT",
    "nat/OUTPUT",
    "filter/OUTPUT",
    "security/OUTPUT",
    "mangle/POSTROUTING",
  ],
};

/** The stages of the hook that is asked for, or of the one that this file is about. */
export function addStages(reading: Reading, asked: Hook | undefined): void {
  const { builder } = reading;
  const filled = new Set<string>();
  const used = chainsWithRows(reading);
  for (const [key, { number, policy }] of reading.chains) {
    if (used.has(number) || policy === "deny") filled.add(key);
  }
  const isFilled = (hook: Hook) => ways[hook].some((key) => isOwn(key, hook) && filled.has(key));
  const hook = asked ?? (!isFilled("forward") && isFilled("output") ? "output" : "forward");
  if (hook !== (asked ?? "forward")) builder.assume("firewall.assumed.output-hook");
  for (const key of ways[hook]) {
    if (!filled.has(key) && !key.startsWith("filter/")) continue;
    const { policy = "permit", line = 0 } = reading.chains.get(key) ?? {};
    builder.stage({ chain: builder.chain(key), otherwise: policy, line });
  }
}

/** Whether only packets of this hook pass the chain. */
function isOwn(key: string, hook: Hook): boolean {
  return key.endsWith(`/${hook.toUpperCase()}`);
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
