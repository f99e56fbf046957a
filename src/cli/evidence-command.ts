import { CarryFault } from "../carry/fault.ts";
import { GuideError, oneLine } from "../guide/error.ts";
import { nearest } from "../guide/nearest.ts";
import { say } from "../text/say.ts";
import type { Command, Io } from "./command.ts";
import { evidenceText } from "./evidence/text.ts";
import { Refusal } from "./refusal.ts";

type Run = (argv: string[], io: Io) => Promise<number>;

/** What can be done with evidence. Loaded only when named, as commands are. */
const subcommands: Record<string, () => Promise<Run>> = {
  export: async () => (await import("./evidence/export.ts")).exportEvidence,
  import: async () => (await import("./evidence/import.ts")).importEvidence,
  code: async () => (await import("./evidence/code.ts")).code,
  show: async () => (await import("./evidence/show.ts")).show,
};

/** `jochi evidence`: out of a network that lets nothing out, and back into a report. */
export const evidenceCommand: Command = {
  name: "evidence",
  summary: {
    ko: "증거를 가려서 파일, QR 코드, 불러 줄 번호로 내보내고 다시 읽습니다",
    en: "carries evidence out, redacted: as a file, QR codes or spoken digits",
  },
  async run(argv, io) {
    const [name, ...rest] = argv;
    const text = evidenceText[io.lang];
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
      if (error instanceof Refusal) return refuse(io, error.message);
      if (error instanceof CarryFault) {
        return refuse(io, say(io.lang, `carry.fault.${error.code}`, error.detail));
      }
      throw error;
    }
  },
};

function refuse(io: Io, line: string): number {
  io.err(`jochi evidence: ${oneLine(line)}\n`);
  return 2;
}
