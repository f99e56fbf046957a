import { CarryFault } from "../carry/fault.ts";
import { say } from "../text/say.ts";
import type { Command } from "./command.ts";
import { evidenceText } from "./evidence/text.ts";
import { type Family, runSubcommand } from "./subcommands.ts";

/** What can be done with evidence. Loaded only when named, as commands are. */
const subcommands: Family["subcommands"] = {
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
  run(argv, io) {
    const text = evidenceText[io.lang];
    const family: Family = {
      name: "evidence",
      subcommands,
      text,
      help: () => text.help,
      words(error) {
        if (!(error instanceof CarryFault)) return undefined;
        return say(io.lang, `carry.fault.${error.code}`, error.detail);
      },
    };
    return runSubcommand(family, argv, io);
  },
};
