import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Evidence } from "../../evidence/evidence.ts";
import type { Guide } from "../../guide/guide.ts";
import { type Removal, redact } from "../../redact/redact.ts";
import { table } from "../../report/columns.ts";
import { plain } from "../../text/plain.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { diagnoseText } from "../diagnose-text.ts";
import { type FileWords, readTextFile } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { pathOf } from "./options.ts";
import { evidenceText } from "./text.ts";

const keyBytes = 32;

/**
 * Evidence with people and places taken out. The key that makes the tokens is new every time and is
 * kept nowhere, so that nobody can find out what they stand for by trying; with a key file, the same
 * name gets the same token again.
 */
export function redacted(
  evidence: Evidence,
  guide: Guide,
  keyFile: string | undefined,
  io: Io,
): { evidence: Evidence; removals: Removal[] } {
  const key = keyFile === undefined ? randomBytes(keyBytes) : keyFrom(pathOf(keyFile, io), io);
  return redact(evidence, guide, key);
}

function keyFrom(file: string, { lang }: Io): Uint8Array {
  const words = diagnoseText[lang];
  if (!existsSync(file)) {
    const key = randomBytes(keyBytes);
    keepSecret(file, `${key.toString("hex")}\n`, words);
    return key;
  }
  const text = readTextFile(file, 4_096, words).trim();
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Refusal(evidenceText[lang].badKey(file));
  return Buffer.from(text, "hex");
}

/** Only its owner may read it: whoever has the key can find out what the tokens stand for by trying. */
function keepSecret(file: string, content: string, words: FileWords): void {
  try {
    const beside = join(dirname(file), `.jochi-${randomUUID().slice(0, 8)}.tmp`);
    writeFileSync(beside, content, { flag: "wx", mode: 0o600, flush: true });
    renameSync(beside, file);
  } catch (error) {
    throw new Refusal(words.unwritable(file, (error as NodeJS.ErrnoException).code ?? "unknown"));
  }
}

/** Every removal once: what it was, what stands there now, how often, and where first. */
export function removalLines(removals: readonly Removal[], { lang }: Io): string[] {
  const text = evidenceText[lang];
  if (removals.length === 0) return [text.noRemovals];
  const alike = [...Map.groupBy(removals, ({ kind, token }) => `${kind} ${token}`).values()];
  const rows = alike.map((all) => {
    const { kind, token, where } = all[0]!;
    const times = all.reduce((sum, one) => sum + one.times, 0);
    return [say(lang, `carry.removed.${kind}`), plain(token), String(times), plain(where)];
  });
  return [text.removals(alike.length), ...table([[...text.removalHead], ...rows])];
}
