import { X509Certificate } from "node:crypto";
import { type FileWords, readTextFile } from "./files.ts";
import { Refusal } from "./refusal.ts";

const bytesMax = 4 * 1_048_576;
const begin = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----/g;

export interface CaWords extends FileWords {
  noCa(file: string): string;
  badCa(file: string, line: number): string;
}

/**
 * A file of authorities. Each is looked at before anything is tested: one that is quietly left out
 * would make every server below it look decrypted.
 */
export function readPublicCa(file: string, words: CaWords): string {
  const text = readTextFile(file, bytesMax, words);
  const starts = [...text.matchAll(begin)].map(({ index }) => index);
  if (starts.length === 0) throw new Refusal(words.noCa(file));
  for (const [at, start] of starts.entries()) {
    if (!isCertificate(text.slice(start, starts[at + 1]))) {
      throw new Refusal(words.badCa(file, text.slice(0, start).split("\n").length));
    }
  }
  return text;
}

function isCertificate(pem: string): boolean {
  try {
    new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}
