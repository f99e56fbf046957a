import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Kind } from "../../../src/guide/files.ts";
import type { Guide } from "../../../src/guide/guide.ts";
import type { Imported, Note } from "../../../src/guide/import/importer.ts";
import { textImporter } from "../../../src/guide/import/text/importer.ts";
import { mergeFiles } from "../../../src/guide/load.ts";
import { parseGuideFile } from "../../../src/guide/parse.ts";

/** A printed guide of an invented service, in the shape of those that are handed out. */
export const printed = readFileSync(new URL("printed.txt", import.meta.url), "utf8");

export function draftOf(text: string, encoding?: string): Imported {
  const options = { file: "printed.txt", day: "2026-11-01", id: "drafted" };
  return textImporter.read(text, { ...options, ...(encoding && { encoding }) });
}

/** Notices of invented institutions, with the damage that copying out of hwp and pdf does. */
export const notices = ["card", "groupware", "messenger", "security", "signature", "vpn"].map(
  (name) => ({
    name,
    text: readFileSync(new URL(`notices/${name}.txt`, import.meta.url), "utf8"),
  }),
);

/** The draft as a guide; throws GuideError where a file of it is not in the guide's form. */
export function guideOf({ files }: Imported): Guide {
  return mergeFiles(
    files.map(({ name, text }) =>
      parseGuideFile({
        kind: basename(name, ".yaml") as Kind,
        file: name,
        bytes: Buffer.from(text),
      }),
    ),
  );
}

/** What is told of a text beside how much of it was read. */
export function toldOf(notes: readonly Note[]): string[] {
  return notes
    .filter(({ kind }) => kind !== "coverage" && kind !== "line-unread")
    .map(({ kind, line }) => `${line} ${kind}`)
    .toSorted();
}
