import type { Machine } from "../../machine/machine.ts";
import type { Guides } from "./guides.ts";
import type { Practice } from "./practice.ts";

/** What is to be known of the PC that this program runs on. */
export interface OwnPc {
  machine(): Promise<Machine>;
  guides: Guides;
  env: NodeJS.ProcessEnv;
  files?: string | undefined;
}

/** This PC, looked after in this process. */
export function ownPractice({ machine, guides, env, files }: OwnPc): Practice {
  const load = async () => {
    const { carrierFor } = await import("./carry-out.ts");
    return carrierFor({
      machine,
      guide: guides.get,
      // The same name as `jochi treat` goes by.
      alone: `treatment ${env.JOCHI_LAB_SYSTEM ?? ""}`,
      files,
    });
  };
  let carrier: ReturnType<typeof load> | undefined;
  return {
    async carryOut(order, emit, signal) {
      carrier ??= load();
      return (await carrier)(order, emit, signal);
    },
    close: async () => {},
  };
}
