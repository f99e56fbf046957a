import type { Command } from "./command.ts";

/** Every command, in the order of the help. Loaded only when named: start-up stays short. */
export const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import("./start.ts")).startCommand,
  serve: async () => (await import("./serve.ts")).serveCommand,
  diagnose: async () => (await import("./diagnose.ts")).diagnoseCommand,
  treat: async () => (await import("./treat.ts")).treatCommand,
  undo: async () => (await import("./undo.ts")).undoCommand,
  evidence: async () => (await import("./evidence-command.ts")).evidenceCommand,
  firewall: async () => (await import("./firewall.ts")).firewallCommand,
  bundle: async () => (await import("./bundle.ts")).bundleCommand,
  guide: async () => (await import("./guide.ts")).guideCommand,
  lab: async () => (await import("./lab.ts")).labCommand,
  demo: async () => (await import("./demo.ts")).demoCommand,
};
