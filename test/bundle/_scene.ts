import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openContainer } from "../../src/bundle/container/read.ts";
import type { SigningKey } from "../../src/bundle/keys/key.ts";
import type { TrustState } from "../../src/bundle/trust-state.ts";
import { type Entries, putTogether, type Seen, takeApart, verify } from "./_forge.ts";
import { bundleOf, type Cast, cast } from "./_stage.ts";

export const installers = "metadata/installers.json";
export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** An honest bundle, the one that follows it, and a PC that has seen the later one. */
export interface Scene {
  people: Cast;
  both: readonly [SigningKey, SigningKey];
  honest: Entries;
  later: Entries;
  /** What a PC goes by that was given the root. */
  seen: Seen;
  state: Required<TrustState>;
  /** The honest bundle, or `of`, with a change to it. */
  changed(change: (entries: Entries) => void, of?: Entries): Buffer;
}

export async function sceneIn(folder: string): Promise<Scene> {
  const people = cast(folder);
  const { alice, bob } = people.keys;
  const path = await bundleOf(people);
  const honest = await takeApart(path);
  const before = await openContainer(path);
  const output = join(folder, "later.jochi");
  const next = await bundleOf(people, { after: before, output, expires: "2027-03-01" });
  await before.close();
  const seen = {
    anchor: { root: honest.get("metadata/1.root.json")! },
    roots: people.authorities.map(({ certificate }) => certificate),
  };
  return {
    people,
    both: [alice, bob],
    honest,
    later: await takeApart(next),
    seen,
    state: (await verify(readFileSync(next), seen)).next,
    changed(change, of = honest) {
      const entries: Entries = new Map(of);
      change(entries);
      return putTogether(entries);
    },
  };
}
