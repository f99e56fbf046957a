import { GuideError, oneLine } from "../guide/error.ts";
import { nearest } from "../guide/nearest.ts";
import type { Command, Io } from "./command.ts";
import { firewallText } from "./firewall/text.ts";
import { LateRefusal, Refusal } from "./refusal.ts";

type Run = (argv: string[], io: Io) => Promise<number>;

/** What can be done with a firewall. Loaded only when named, as commands are. */
const subcommands: Record<string, () => Promise<Run>> = {
  flows: async () => (await import("./firewall/flows.ts")).flows,
  request: async () => (await import("./firewall/request.ts")).request,
  rules: async () => (await import("./firewall/rules.ts")).rules,
  verify: async () => (await import("./firewall/verify.ts")).verify,
  compare: async () => (await import("./firewall/compare.ts")).compare,
  drift: async () => (await import("./firewall/drift.ts")).drift,
};

/** `jochi firewall`: from a guide's rows to a request, to rules, to a proof. */
export const firewallCommand: Command = {
  name: "firewall",
  summary: {
    ko: "방화벽 신청서와 규칙을 쓰고, 지금 설정이 무엇을 허용하는지 증명합니다",
    en: "writes firewall requests and rules, proves what a configuration permits",
  },
  async run(argv, io) {
    const [name, ...rest] = argv;
    const text = firewallText[io.lang];
    if (name === undefined) return refuse(io, text.noSubcommand);
    const helps = ["--help", "-h"];
    if (helps.includes(name) || rest.some((word) => helps.includes(word))) {
      io.out(`${text.help}\n`);
      return 0;
    }
    const load = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
    if (!load) return refuse(io, text.unknown(name, nearest(name, Object.keys(subcommands))));
    try {
      const run = await load();
      return await run(rest, io);
    } catch (error) {
      if (error instanceof GuideError) return refuse(io, error.words[io.lang]);
      if (error instanceof LateRefusal) return refuse(io, await error.words());
      if (error instanceof Refusal) return refuse(io, error.message);
      throw error;
    }
  },
};

function refuse(io: Io, line: string): number {
  io.err(`jochi firewall: ${oneLine(line)}\n`);
  return 2;
}
