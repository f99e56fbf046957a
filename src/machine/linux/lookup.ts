import { isIPv4 } from "node:net";
import type { NetworkGuard } from "../guard.ts";
import type { DnsOutcome } from "../machine.ts";
import { codeOf } from "../node/codes.ts";
import { within } from "../node/within.ts";

const mostAddresses = 256;
const mostOutput = 65_536;
/** getent: the name was not found, for whatever reason. */
const notFound = 2;
/** A failure that came this quickly will come quickly again. */
const quickMs = 1_000;

/**
 * The C library's own look-up (nsswitch, hosts file, resolvers, search list). It runs in a process
 * of its own: inside Node a look-up that waits for a silent resolver holds the process's exit back
 * until the C library gives up, which can take half a minute, and nothing can call it off.
 */
export async function lookup(
  guard: NetworkGuard,
  name: string,
  limits: { timeoutMs: number },
): Promise<DnsOutcome> {
  if (!guard.allowsName(name)) return { ok: false, failure: "guarded", ms: 0 };
  if (isIPv4(name)) return { ok: true, addresses: [name], ms: 0 };
  if (!isHostName(name)) return { ok: false, failure: "other", code: "ERR_INVALID_NAME", ms: 0 };
  const { spawn } = await import("node:child_process");
  const startedAt = performance.now();
  const ms = () => performance.now() - startedAt;
  return within<DnsOutcome>(
    limits,
    () => ({ ok: false, failure: "timeout", code: "ETIMEOUT", ms: ms() }),
    (settle) => {
      const child = spawn("getent", ["ahostsv4", name], { stdio: ["ignore", "pipe", "ignore"] });
      let output = "";
      child.stdout.setEncoding("latin1").on("data", (chunk: string) => {
        if (output.length < mostOutput) output += chunk;
      });
      child.on("error", (error) =>
        settle({ ok: false, failure: "other", code: codeOf(error), ms: ms() }),
      );
      child.on("close", (status) => {
        const addresses = addressesIn(output);
        if (addresses.length > 0) return settle({ ok: true, addresses, ms: ms() });
        if (status !== notFound || ms() > quickMs) {
          return settle({ ok: false, failure: "other", code: `GETENT_${status}`, ms: ms() });
        }
        nameErrorCode(name).then((code) => {
          const failure = code === "ENOTFOUND" ? "nxdomain" : "other";
          settle({ ok: false, failure, code, ms: ms() });
        });
      });
      return () => {
        child.kill("SIGKILL");
      };
    },
  );
}

/**
 * The C library tells "no such name" (ENOTFOUND) from "no answer" (EAI_AGAIN), getent does not. So
 * the question is put again inside this process, but only where nobody is left waiting for long.
 */
async function nameErrorCode(name: string): Promise<string> {
  const { lookup: inProcess } = await import("node:dns");
  return new Promise((resolve) => {
    inProcess(name, { family: 4 }, (error) => resolve(error ? codeOf(error) : "EAI_AGAIN"));
  });
}

/** Letters, digits, `-`, `_` and dots: nothing that a command could take for an option. */
function isHostName(name: string): boolean {
  return name.length <= 253 && /^[A-Za-z0-9_]([A-Za-z0-9_.-]*)$/.test(name);
}

/** Lines of `address STREAM name`, each address three times, once for each socket type. */
function addressesIn(output: string): string[] {
  const firsts = output.split("\n").map((line) => line.split(/\s/, 1)[0] ?? "");
  return [...new Set(firsts.filter(isIPv4))].slice(0, mostAddresses);
}
