import type { Evidence, Fact } from "../evidence/evidence.ts";
import { factKey } from "../evidence/fact-key.ts";
import type { GivenFact, Wish } from "../evidence/facts.ts";
import { version } from "../evidence/version.ts";
import type { Guide } from "../guide/guide.ts";
import type { Machine } from "../machine/machine.ts";
import { probes } from "../probes/index.ts";
import { createPace, type Pace } from "../probes/pace.ts";
import type { Hands, Probe } from "../probes/probe.ts";

/** Probes on the wire at the same time; more would be a load test of the firewall. */
const atOnceMax = 96;

/** Runs probes for one evidence file: each wish once, within the budget, whatever goes wrong. */
export interface Gatherer {
  pace: Pace;
  machine: Machine;
  signal: AbortSignal;
  /** Looks once; later calls for the same thing share the first one's end. */
  look(wish: Wish): Promise<void>;
  /** Looks at all of them together, those that need a quiet wire one by one at the end. */
  lookAtAll(wishes: readonly Wish[]): Promise<void>;
  /** The evidence as it stands. */
  evidence(): Evidence;
}

export interface GatherOptions {
  symptom?: string | undefined;
  /** What is known before anything is looked at. */
  given?: readonly GivenFact[] | undefined;
  signal: AbortSignal;
  onFact?(fact: Fact): void;
}

export function createGatherer(
  machine: Machine,
  guide: Guide,
  { symptom, given = [], signal, onFact }: GatherOptions,
): Gatherer {
  const begun = machine.elapsed();
  const startedAt = new Date(machine.now()).toISOString();
  const pace = createPace();
  const hands: Hands = { machine, pace, signal };
  const facts: Fact[] = given.map((one) => ({ ...one, at: 0, ms: 0 }));
  const asked = new Map<string, Promise<void>>();
  const gate = createGate(atOnceMax);
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  let cutShort = false;

  async function gatherOne(wish: Wish): Promise<void> {
    if (signal.aborted) {
      cutShort = true;
      return;
    }
    const at = tenths(machine.elapsed() - begun);
    const record = (outcome: Pick<Fact, "fact" | "error">) => {
      const ms = tenths(machine.elapsed() - begun - at);
      const entry: Fact = { probe: wish.probe, with: wish.with, at, ms, ...outcome };
      facts.push(entry);
      onFact?.(entry);
    };
    const probe = probes[wish.probe] as unknown as Probe;
    let open = true;
    const looked = probe.gather(hands, wish.with as never).then(
      (fact) => {
        if (open) record({ fact: rounded(fact) });
      },
      (error) => {
        if (open) record({ error: error instanceof Error ? error.name : "Error" });
      },
    );
    await Promise.race([looked.then(() => "done"), aborted.then(() => "cut")]).then((how) => {
      open = false;
      if (how === "cut") cutShort = true;
    });
  }

  const look = (wish: Wish): Promise<void> => {
    const key = factKey(wish.probe, wish.with);
    const running = asked.get(key) ?? gate(() => gatherOne(wish));
    asked.set(key, running);
    return running;
  };

  return {
    pace,
    machine,
    signal,
    look,
    async lookAtAll(wishes) {
      const isAlone = (wish: Wish) => probes[wish.probe].alone === true;
      await Promise.all(wishes.filter((wish) => !isAlone(wish)).map(look));
      for (const wish of wishes.filter(isAlone)) await look(wish);
    },
    evidence: () => ({
      schema: "jochi.evidence/1",
      gatheredBy: version,
      guide: { id: guide.id, edition: guide.edition },
      platform: machine.platform,
      ...(symptom !== undefined && { symptom }),
      startedAt,
      durationMs: Math.round(machine.elapsed() - begun),
      incomplete: cutShort,
      facts: [...facts],
    }),
  };
}

/** Lets at most so many tasks run together; the others wait their turn. */
function createGate(max: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(task: () => Promise<T>): Promise<T> => {
    if (running >= max) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await task();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}

function tenths(ms: number): number {
  return Math.max(0, Math.round(ms * 10) / 10);
}

/** Microseconds are noise: durations are kept to a tenth of a millisecond. */
function rounded(fact: unknown): unknown {
  if (Array.isArray(fact)) return fact.map(rounded);
  if (fact === null || typeof fact !== "object") return fact;
  return Object.fromEntries(
    Object.entries(fact).map(([key, value]) => [
      key,
      /(^m|M)s$/.test(key) && typeof value === "number" ? tenths(value) : rounded(value),
    ]),
  );
}
