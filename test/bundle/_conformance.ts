import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { newSigningKey, type SigningKey } from "../../src/bundle/keys/key.ts";
import { bytesOf } from "../../src/bundle/metadata/envelope.ts";
import {
  expiryOf,
  makeRoot,
  quorumsOf,
  signedBy,
  unsigned,
} from "../../src/bundle/metadata/make.ts";
import { ownPath } from "../../src/own/files.ts";
import { today } from "./_stage.ts";

/**
 * The client cases of the TUF conformance suite, told in our own words and with a bundle in the place
 * of a repository. docs/bundle-conformance.md has the same rows under the same headings.
 */
export function section(
  name: string,
  rows: (row: (what: string, run: () => Promise<void>) => void) => void,
): void {
  describe(`TUF conformance: ${name}`, () => {
    const told: string[] = [];
    rows((what, run) => {
      told.push(what);
      it(what, run);
    });
    it("is told in docs/bundle-conformance.md", () => {
      const text = readFileSync(ownPath("docs/bundle-conformance.md"), "utf8");
      const [, below = ""] = text.split(`## ${name}\n`);
      const [own = ""] = below.split("\n## ");
      const lines = [...own.matchAll(/^\| (?!case|---)(.+?) \| /gm)];
      assert.deepEqual(
        lines.map(([, what]) => what),
        told,
      );
    });
  });
}

/** Keys by number, made when they are first asked for. */
const numbered = new Map<number, SigningKey>();
export function key(number: number): SigningKey {
  if (!numbered.has(number)) numbered.set(number, newSigningKey());
  return numbered.get(number)!;
}

export interface Step {
  keys: number[];
  threshold: number;
  sigs: number[];
}

/** Roots whose own role, or the timestamp's, goes from step to step; all else stays with the two. */
export function rootsFor(
  both: readonly SigningKey[],
  role: "root" | "timestamp",
  steps: readonly Step[],
): Buffer[] {
  return steps.map(({ keys, threshold, sigs }, at) => {
    const ids = keys.map((number) => key(number).keyid);
    const all = [...both, ...keys.map((one) => key(one))];
    const root = makeRoot({
      version: at + 1,
      expires: expiryOf("root", today),
      keys: new Map(all.map(({ keyid, publicKey }) => [keyid, publicKey])),
      quorums: quorumsOf(
        both.map(({ keyid }) => keyid),
        { [role]: { keyids: ids, threshold } },
      ),
    });
    const signers = role === "root" ? sigs.map((one) => key(one)) : both;
    return bytesOf(signers.reduce((file, one) => signedBy(file, one), unsigned(root)));
  });
}

export const k = (keys: number[], threshold: number, sigs: number[]): Step => ({
  keys,
  threshold,
  sigs,
});
export const five = [1, 2, 3, 4, 5];
