import type { Evidence } from "../evidence/evidence.ts";
import { EvidenceError, evidenceBytesMax, parseEvidence } from "../evidence/parse.ts";
import type { Io } from "./command.ts";
import { diagnoseText } from "./diagnose-text.ts";
import { readTextFile } from "./files.ts";
import { Refusal } from "./refusal.ts";

/** A saved evidence file, or a Refusal that says what is wrong with it and where. */
export function readEvidence(file: string, { lang }: Pick<Io, "lang">): Evidence {
  const text = diagnoseText[lang];
  try {
    return parseEvidence(readTextFile(file, evidenceBytesMax, text));
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    throw new Refusal(text.badEvidence(file, error.place, error.found, error.expected));
  }
}
