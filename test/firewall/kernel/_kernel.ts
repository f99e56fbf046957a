import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Attempt, Result } from "./_attempt.ts";

/** Servers of the small network, and the ports they answer at. */
export const serverAddresses = [1, 2, 3, 4, 5, 6, 7, 8].map((last) => `10.2.0.${last}`);
export const serverPorts = [80, 443, 444, 445, 5310, 7443];

/** A real Linux firewall between two real networks, none of which leads anywhere else. */
export interface Kernel {
  /** Loads a rule set by a command that reads it from standard input; throws where it is refused. */
  load(command: string[], text: string): Promise<void>;
  /** Makes all connections at once. */
  try(attempts: Attempt[], waitMs: number): Promise<Result[]>;
  close(): void;
}

/** What is missing here, as a reason to skip; false where nothing is. */
export function kernelMissing(...tools: string[]): string | false {
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  const missing = ["unshare", "nsenter", "ip", ...tools].filter(
    (tool) => spawnSync("sh", ["-c", `command -v ${tool}`], { env }).status !== 0,
  );
  if (missing.length > 0) return `missing: ${missing.join(", ")}`;
  return spawnSync("unshare", namespaces("true"), { env }).status === 0
    ? false
    : "no network namespaces here";
}

export async function startKernel(): Promise<Kernel> {
  const controller = join(import.meta.dirname, "_controller.ts");
  const places = [serverAddresses.join(","), serverPorts.join(",")];
  const child = spawn("unshare", namespaces(process.execPath, controller, ...places), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      PATH: `${process.env.PATH}:/usr/sbin:/sbin`,
      XTABLES_LOCKFILE: "/dev/null",
    },
  });
  await next(child);
  return {
    async load(command, text) {
      child.send({ load: command, text });
      const { code, err } = (await next(child)) as { code: number | null; err: string };
      if (code !== 0) throw new Error(`${command.join(" ")}: ${err}\n${text}`);
    },
    async try(attempts, waitMs) {
      child.send({ attempts, waitMs });
      return (await next(child)) as Result[];
    },
    close: () => child.disconnect(),
  };
}

/** Root needs no user namespace, and some systems forbid one. */
function namespaces(...command: string[]): string[] {
  return process.getuid?.() === 0 ? ["-nm", ...command] : ["-rUnm", ...command];
}

function next(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("the firewall's process ended"));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message);
    });
  });
}
