import type { World } from "../../machine/world.ts";
import { clientEnv } from "./environment.ts";
import { labFile } from "./files.ts";
import { LabError, labErrorOf } from "./lab-error.ts";
import { type Link, type Order, startLink } from "./link.ts";
import { type RunOptions, type RunResult, runOn } from "./run.ts";
import { type Hearing, startTalk, type Talk } from "./talk.ts";
import { toolEnv } from "./tools.ts";
import { startWorker, type Worker } from "./worker.ts";

export { LabError } from "./lab-error.ts";
export { labSupport } from "./requirements.ts";
export type { RunOptions, RunResult } from "./run.ts";
export type { Hearing, Talk } from "./talk.ts";
export type { Worker } from "./worker.ts";

/** A closed network made real, and the PC in it. Paths are as the client sees them. */
export interface Lab {
  readonly publicCaFile: string;
  readonly inspectionCaFile: string;
  /** Turns the same namespaces into another world; connections of the one before are cut. */
  set(world: World): Promise<void>;
  run(argv: string[], options?: RunOptions): Promise<RunResult>;
  /** A Node script on the client that answers one request after the other. */
  worker(scriptPath: string): Worker;
  /** A Node script on the client that says things by itself. It does not outlive its world. */
  talk(scriptPath: string, hearing: Hearing, env?: Record<string, string>): Talk;
  close(): Promise<void>;
}

const setMs = 30_000;
const noCommand = {
  ko: "모의망에서 실행할 명령이 없습니다",
  en: "no command to run in the lab",
};

export async function startLab(
  world: World,
  options: { env?: NodeJS.ProcessEnv } = {},
): Promise<Lab> {
  const base = options.env ?? process.env;
  const link = startLink();
  let current = world;
  const workers = new Set<Worker>();
  const set = async (next: World) => {
    await order(link, { do: "set", world: next }, setMs);
    current = next;
  };
  try {
    await set(world);
  } catch (error) {
    await link.close();
    throw error;
  }
  return {
    publicCaFile: labFile.publicCa,
    inspectionCaFile: labFile.inspectionCa,
    set,
    run: (argv, how = {}) => {
      if (argv.length === 0) throw new LabError(noCommand);
      const env = how.where === "router" ? toolEnv : clientEnv(current, base);
      return runOn(link, argv, { ...env, ...how.env }, how);
    },
    worker(scriptPath) {
      const worker = startWorker(link, scriptPath, () => current, base);
      workers.add(worker);
      return worker;
    },
    talk: (scriptPath, hearing, env = {}) =>
      startTalk(link, scriptPath, current, { ...base, ...env }, hearing),
    async close() {
      for (const worker of workers) worker.close();
      await link.close();
    },
  };
}

function order(link: Link, what: Order, limitMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = () => {
      link.forget(id);
      reject(
        new LabError({
          ko: `모의망이 ${limitMs} ms 안에 답하지 않습니다`,
          en: `the lab does not answer within ${limitMs} ms`,
        }),
      );
    };
    const limit = setTimeout(late, limitMs);
    const id = link.open(what, (message) => {
      clearTimeout(limit);
      link.forget(id);
      if (message.event === "done") resolve();
      else reject(labErrorOf(message));
    });
  });
}
