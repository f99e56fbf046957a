import { BundleFault } from "../bundle/fault.ts";
import { GuideError, oneLine } from "../guide/error.ts";
import { nearest } from "../guide/nearest.ts";
import type { Command, Io } from "./command.ts";
import { LateRefusal, Refusal } from "./refusal.ts";

type Run = (argv: string[], io: Io) => Promise<number>;

/** What can be done with a bundle. Loaded only when named, as commands are. */
const subcommands: Record<string, () => Promise<Run>> = {
  key: async () => (await import("./bundle/key.ts")).keyCommand,
  root: async () => (await import("./bundle/root.ts")).rootCommand,
  create: async () => (await import("./bundle/create.ts")).createCommand,
  sign: async () => (await import("./bundle/sign.ts")).signCommand,
  split: async () => (await import("./bundle/split.ts")).splitCommand,
  join: async () => (await import("./bundle/join.ts")).joinCommand,
  verify: async () => (await import("./bundle/verify.ts")).verifyCommand,
  show: async () => (await import("./bundle/show.ts")).showCommand,
  diff: async () => (await import("./bundle/diff.ts")).diffCommand,
  unpack: async () => (await import("./bundle/unpack.ts")).unpackCommand,
  install: async () => (await import("./bundle/install.ts")).installCommand,
};

/** `jochi bundle`: everything for a closed network in one signed file. */
export const bundleCommand: Command = {
  name: "bundle",
  summary: {
    ko: "폐쇄망으로 옮길 프로그램과 인증서를 서명된 파일 하나로 만들고 확인합니다",
    en: "carries programs and certificates into a closed network as one signed file",
  },
  async run(argv, io) {
    const [name, ...rest] = argv;
    const { bundleText } = await import("./bundle/text.ts");
    const text = bundleText[io.lang];
    if (name === undefined) return refuse(io, text.noSubcommand);
    if (name === "--help" || name === "-h") {
      const { bundleHelp } = await import("./bundle/help-text.ts");
      io.out(`${bundleHelp[io.lang].all}\n`);
      return 0;
    }
    const load = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
    if (!load) return refuse(io, text.unknown(name, nearest(name, Object.keys(subcommands))));
    try {
      const run = await load();
      return await run(rest, io);
    } catch (error) {
      if (error instanceof BundleFault) {
        const { faultWords } = await import("../bundle/said.ts");
        return refuse(io, faultWords(error, io.lang));
      }
      if (error instanceof GuideError) return refuse(io, error.words[io.lang]);
      if (error instanceof LateRefusal) return refuse(io, await error.words());
      if (error instanceof Refusal) return refuse(io, error.message);
      throw error;
    }
  },
};

function refuse(io: Io, line: string): number {
  io.err(`jochi bundle: ${oneLine(line)}\n`);
  return 2;
}
