import { BundleFault } from "../bundle/fault.ts";
import type { Command } from "./command.ts";
import { type Family, runSubcommand } from "./subcommands.ts";

/** What can be done with a bundle. Loaded only when named, as commands are. */
const subcommands: Family["subcommands"] = {
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
    const { bundleText } = await import("./bundle/text.ts");
    const family: Family = {
      name: "bundle",
      subcommands,
      text: bundleText[io.lang],
      help: async () => (await import("./bundle/help-text.ts")).bundleHelp[io.lang].all,
      ownHelp: true,
      words(error) {
        if (!(error instanceof BundleFault))
          return import("./bundle/media.ts").then(({ fileWords }) => fileWords(error, io));
        return import("../bundle/said.ts").then(({ faultWords }) => faultWords(error, io.lang));
      },
    };
    return runSubcommand(family, argv, io);
  },
};
