import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type JoinResult, joinParts } from "../join.ts";
import { defaultShare } from "../size.ts";
import { type SplitResult, splitFile } from "../split.ts";

/** Bytes that repeat nowhere, always the same for the same seed. */
export function noise(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 23;
  }
  return bytes;
}

/** A folder with a file and its parts, and one to join them in. */
export interface Stage {
  content: Buffer;
  split: SplitResult;
  parts: string[];
  /** An empty folder for what is joined. */
  into: string;
  /** Changes one part. */
  change(part: number, change: (bytes: Buffer) => Buffer | undefined): void;
}

export function workshop() {
  const folder = mkdtempSync(join(tmpdir(), "jochi-media-"));
  let count = 0;
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
    async stage(
      content: Buffer,
      { partBytes = 2 ** 40, share = defaultShare, name = "bundle.zip" } = {},
    ): Promise<Stage> {
      count += 1;
      const own = join(folder, String(count));
      const [to, into] = [join(own, "parts"), join(own, "into")];
      for (const each of [to, into]) mkdirSync(each, { recursive: true });
      const file = join(own, name);
      writeFileSync(file, content);
      const split = await splitFile(file, { to, partBytes, share });
      const parts = split.parts.map((part) => part.file);
      const change: Stage["change"] = (part, how) => {
        const path = parts[part - 1]!;
        const bytes = readFileSync(path);
        writeFileSync(path, how(bytes) ?? bytes);
      };
      return { content, split, parts, into, change };
    },
  };
}

/** Joins parts of a stage, and sees that there is the file as it was, or nothing under its name. */
export async function joined(
  stage: Stage,
  files: readonly string[] = stage.parts,
  set?: string,
): Promise<JoinResult> {
  const made = await joinParts(files, { folder: stage.into, ...(set !== undefined && { set }) });
  if (made.status === "joined") {
    assert.ok(readFileSync(made.output).equals(stage.content), "the file is as it was");
    assert.deepEqual(readdirSync(stage.into), [basename(made.output)]);
  } else assert.ok(!existsSync(made.output), "nothing under the name");
  return made;
}
