import type { Facts } from "../shipped/facts.ts";
import type { LoopbackState, Page, Violation } from "../shipped/page.ts";
import { start } from "../shipped/start.ts";

type Answer = "answers" | "refused" | "hangs" | "barred";

export interface PageOptions {
  loopback?: LoopbackState;
  /** What happens to a request, by its address. */
  answer?: (url: string) => Answer;
  /** `polyfill`: a fetch that scripts put in the place of a missing one. */
  fetch?: "native" | "polyfill" | "none";
  webSocket?: boolean;
  protocol?: string;
  page?: Partial<Page>;
}

export interface FakePage {
  page: Page;
  /** Everything that was asked for, in order. */
  asked: string[];
  /** Lets what is under way settle, then lets the time pass that somebody waits for. */
  pass(): Promise<void>;
  /** How each request was to be made. */
  manners: object[];
  /** Signals of requests that were broken off. */
  brokenOff: object[];
  /** Limits that were set, in milliseconds. */
  limits: number[];
}

/** A page of a browser with everything that `check` uses, and a clock that is moved by hand. */
export function fakePage(options: PageOptions = {}): FakePage {
  const { answer = () => "refused" as const, loopback = "unknown", fetch = "native" } = options;
  const asked: string[] = [];
  const manners: object[] = [];
  const brokenOff: object[] = [];
  const limits: number[] = [];
  const timers = new Map<number, () => void>();
  const hanging: (() => void)[] = [];
  const listeners = new Set<(event: Violation) => void>();

  /** Tells `yes` or `no` later; what hangs, only once it is broken off. */
  function ask(url: string, yes: () => void, no: () => void): void {
    asked.push(url);
    const what = answer(url);
    if (what === "hangs") {
      hanging.push(no);
      return;
    }
    queueMicrotask(() => {
      const blockedURI = new URL(url).origin === "null" ? url : new URL(url).origin;
      if (what === "barred") for (const listener of listeners) listener({ blockedURI });
      (what === "answers" ? yes : no)();
    });
  }

  class Controller {
    signal = {};
    abort(): void {
      brokenOff.push(this.signal);
      for (const no of hanging.splice(0)) no();
    }
  }

  class Picture {
    onload: (() => void) | null = null;
    onerror: (() => void) | null = null;
    set src(url: string) {
      ask(
        url,
        () => this.onload?.(),
        () => this.onerror?.(),
      );
    }
  }

  class Socket {
    onopen: (() => void) | null = null;
    onerror: (() => void) | null = null;
    constructor(url: string) {
      ask(
        url,
        () => this.onopen?.(),
        () => this.onerror?.(),
      );
    }
    close(): void {}
  }

  const page: Record<string, unknown> = {
    chrome: {},
    location: { protocol: options.protocol ?? "https:" },
    navigator: {
      userAgent: "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/148.0.0.0 Safari/537.36",
      permissions: {
        query: ({ name }: { name: string }) =>
          loopback === "unknown" || name !== "loopback-network"
            ? Promise.reject(new TypeError(name))
            : Promise.resolve({ state: loopback }),
      },
    },
    document: {
      addEventListener: (_: string, listener: (event: Violation) => void) =>
        listeners.add(listener),
      removeEventListener: (_: string, listener: (event: Violation) => void) =>
        listeners.delete(listener),
    },
    addEventListener() {},
    setTimeout(run: () => void, ms: number) {
      const id = limits.push(ms);
      timers.set(id, run);
      return id;
    },
    clearTimeout: (id: number) => timers.delete(id),
    AbortController: Controller,
    Image: Picture,
    ...(options.webSocket === false ? {} : { WebSocket: Socket }),
    ...(fetch === "none" ? {} : requests(ask, fetch, manners)),
    ...options.page,
  };

  return {
    page: page as unknown as Page,
    asked,
    manners,
    brokenOff,
    limits,
    async pass() {
      for (let round = 0; round < 3; round += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        const due = [...timers.values()];
        timers.clear();
        for (const run of due) run();
      }
    },
  };
}

function requests(
  ask: (url: string, yes: () => void, no: () => void) => void,
  kind: "native" | "polyfill",
  manners: object[],
) {
  class Request {}
  if (kind === "native") Object.defineProperty(Request.prototype, "cache", { value: "" });
  return {
    Request,
    fetch(url: string, options: object) {
      manners.push(options);
      return new Promise<void>((resolve, reject) =>
        ask(url, resolve, () => reject(new TypeError(""))),
      );
    },
  };
}

/** What the script leaves on the page. */
export interface JochiCheck {
  browser: { id: string; version: number; mode: number };
  served: "yes" | "no" | "unknown";
  check(callback: (result: CheckResult) => void, mayAsk?: boolean): void;
  explain(error: unknown): { code: string; symptom: string; link: string } | null;
}

export interface CheckResult {
  loopback: string;
  agents: { role: string; answer: string }[];
  troubles: { code: string; symptom: string; link: string }[];
}

/** The script at work on a page: what it left there. */
export function started(page: Page, facts: Facts): JochiCheck {
  start(page, facts);
  return page.jochiCheck as JochiCheck;
}
