import type { ChildProcess } from "node:child_process";
import { isIPv4 } from "node:net";
import { isSea } from "node:sea";
import { lookupHelperWord } from "../../own/lookup-word.ts";
import type { NetworkGuard } from "../guard.ts";
import type { DnsOutcome } from "../machine.ts";
import { lookupHelperScript } from "./lookup-helper.ts";
import { within } from "./within.ts";

/** A helper nobody asks anything goes away. */
const idleMs = 2_000;
/** A look-up that waits for a silent resolver holds a thread; all names of a guide fit. */
const threads = "64";

export type Lookup = (name: string, limits: { timeoutMs: number }) => Promise<DnsOutcome>;
type Answer = { code: string; addresses: string[] };

/**
 * The operating system's own look-up. It runs in a process beside this one: inside, a look-up that
 * waits for a silent resolver holds even process.exit back until the C library gives up, ten
 * seconds and more, and nothing can call it off.
 */
export function makeLookup(guard: NetworkGuard): Lookup {
  const helper = new Helper();
  return async (name, limits) => {
    if (!guard.allowsName(name)) return { ok: false, failure: "guarded", ms: 0 };
    if (isIPv4(name)) return { ok: true, addresses: [name], ms: 0 };
    if (!isHostName(name)) return { ok: false, failure: "other", code: "ERR_INVALID_NAME", ms: 0 };
    const { spawn } = await import("node:child_process");
    const startedAt = performance.now();
    const ms = () => performance.now() - startedAt;
    return within<DnsOutcome>(
      limits,
      () => ({ ok: false, failure: "timeout", code: "ETIMEOUT", ms: ms() }),
      (settle) =>
        helper.ask(spawn, name, ({ code, addresses }) => {
          if (code === "OK") return settle({ ok: true, addresses, ms: ms() });
          // The C library has one word for "no such name" and "no address", and one for the rest.
          const failure = code === "ENOTFOUND" ? "nxdomain" : "other";
          settle({ ok: false, failure, code, ms: ms() });
        }),
    );
  };
}

/** Letters, digits, `-`, `_` and dots: nothing that could end the line it is sent in. */
function isHostName(name: string): boolean {
  return name.length <= 253 && /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name);
}

class Helper {
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;
  readonly #waiting = new Map<string, (answer: Answer) => void>();

  /** Gives back how to stop waiting. */
  ask(
    spawn: typeof import("node:child_process").spawn,
    name: string,
    onAnswer: (answer: Answer) => void,
  ): () => void {
    clearTimeout(this.#idle);
    this.#child ??= this.#start(spawn);
    this.#lastId += 1;
    const id = String(this.#lastId);
    this.#waiting.set(id, onAnswer);
    this.#child.stdin?.write(`${id} ${name}\n`);
    return () => {
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) this.#endWhenIdle();
    };
  }

  #start(spawn: typeof import("node:child_process").spawn): ChildProcess {
    const { NODE_OPTIONS: _, NODE_EXTRA_CA_CERTS: __, ...env } = process.env;
    const args = isSea() ? [lookupHelperWord] : ["-e", lookupHelperScript];
    const child = spawn(process.execPath, args, {
      stdio: ["pipe", "pipe", "ignore"],
      windowsHide: true,
      env: { ...env, UV_THREADPOOL_SIZE: threads },
    });
    let rest = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) this.#deliver(line);
    });
    child.stdin.on("error", () => {});
    child.once("error", () => this.#lost(child)).once("exit", () => this.#lost(child));
    // Whoever waits has a timer of its own; the helper must not keep this process from ending.
    child.unref();
    for (const stream of [child.stdin, child.stdout]) (stream as unknown as Unref).unref();
    return child;
  }

  #deliver(line: string) {
    const [id = "", code = "", addresses = ""] = line.split(" ");
    this.#waiting.get(id)?.({ code, addresses: addresses.split(",").filter(isIPv4) });
  }

  #lost(child: ChildProcess) {
    if (this.#child !== child) return;
    this.#child = undefined;
    for (const onAnswer of [...this.#waiting.values()]) {
      onAnswer({ code: "ERR_LOOKUP_HELPER", addresses: [] });
    }
  }

  #endWhenIdle() {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      const child = this.#child;
      this.#child = undefined;
      child?.kill("SIGKILL");
    }, idleMs).unref();
  }
}

/** Pipes of a child are sockets, whatever their type says. */
interface Unref {
  unref(): void;
}
