import type { localCauses, Verdict } from "../../evidence/verdict.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Text } from "../../guide/schema/common.ts";
import type { World } from "../../machine/world.ts";

/** What must be found where a fault stands alone. */
export interface Expectation {
  cause: string;
  /** Ids of rows (`host|address:port`) or requirements; empty where only the cause is fixed. */
  subjects: string[];
  /** Verdicts of rows where they are not those of the cause on its subjects; others stay ok. */
  rows?: Record<string, Verdict>;
}

/** Where on the way a fault sits: an earlier one hides a later one on the same row. */
export const layers = ["line", "pc", "agent", "net", "proxy", "name", "tcp", "tls", "app"] as const;
export type FaultLayer = (typeof layers)[number];

/** One way to break a world: who it is first, what it does last. */
export interface Fault {
  /** The name of its file. */
  id: string;
  /** The deepest verdict that it may ever be given; `ok` where it must change nothing. */
  verdict: Verdict | (typeof localCauses)[number];
  layer: FaultLayer;
  title: Required<Text>;
  /** Everything that it can be aimed at, the most usual first. */
  targets(world: World, guide: Guide): string[];
  /** A broken copy; the given world stays as it is. */
  apply(world: World, target: string, guide: Guide): World;
  /** What evidence from the broken world can prove; nothing where nothing may be found. */
  expect(world: World, guide: Guide, target: string): Expectation | undefined;
}
