import type { Command } from "./command.ts";
import { mainText } from "./text.ts";

/**
 * Stands in the packed program for a command that needs a checkout on Linux: the simulated network
 * is made of Linux's own network namespaces.
 */
function absent(name: string): Command {
  return {
    name,
    summary: { ko: mainText.ko.onlyCheckout, en: mainText.en.onlyCheckout },
    async run(argv, io) {
      const line = mainText[io.lang].onlyCheckout;
      if (argv.includes("--help") || argv.includes("-h")) {
        io.out(`${line}\n`);
        return 0;
      }
      io.err(`jochi ${name}: ${line}\n`);
      return 2;
    },
  };
}

export const labCommand: Command = absent("lab");
export const demoCommand: Command = absent("demo");
