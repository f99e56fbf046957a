import type { ParseArgsOptionsConfig } from "node:util";
import type { Crossing } from "../../firewall/prove/crossing.ts";
import type { ReadOptions } from "../../firewall/read/reader.ts";
import type { Io } from "../command.ts";
import { isDay, localDay } from "../day.ts";
import { Refusal } from "../refusal.ts";
import { readSource } from "./config.ts";
import { choiceOf } from "./options.ts";
import { firewallText } from "./text.ts";

/** How a configuration is to be read, and where its packets cross. */
export const reading = {
  vendor: { type: "string" },
  in: { type: "string" },
  out: { type: "string" },
  list: { type: "string" },
  hook: { type: "string" },
  ipset: { type: "string" },
  today: { type: "string" },
} satisfies ParseArgsOptionsConfig;

type Reading = { [name in keyof typeof reading]?: string | undefined };

const hooks = ["forward", "input", "output"] as const;

export function readOptionsOf(
  { hook, ipset, list, today }: Reading,
  io: Io,
): ReadOptions & { today: string } {
  if (today !== undefined && !isDay(today)) {
    throw new Refusal(firewallText[io.lang].badDay("--today", today));
  }
  return {
    hook: hook === undefined ? undefined : choiceOf("--hook", hook, hooks, io),
    list,
    ipset: ipset === undefined ? undefined : readSource(ipset, io),
    today: today ?? localDay(),
  };
}

/** What a device may call an interface or zone, and what can be written into its rules. */
const zoneName = /^[A-Za-z0-9_.:/+*-]{1,63}$/;

export function crossingOf({ in: input, out: output }: Reading, io: Io): Crossing {
  for (const [option, name] of [
    ["--in", input],
    ["--out", output],
  ] as const) {
    if (name !== undefined && !zoneName.test(name)) {
      throw new Refusal(firewallText[io.lang].badZone(option, name));
    }
  }
  return { input, output };
}
