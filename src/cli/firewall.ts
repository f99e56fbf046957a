import type { Command } from "./command.ts";
import { firewallText } from "./firewall/text.ts";
import { type Family, runSubcommand } from "./subcommands.ts";

/** What can be done with a firewall. Loaded only when named, as commands are. */
const subcommands: Family["subcommands"] = {
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
  run(argv, io) {
    const text = firewallText[io.lang];
    const help = () => text.help;
    return runSubcommand({ name: "firewall", subcommands, text, help }, argv, io);
  },
};
