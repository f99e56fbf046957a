import { basename, join } from "node:path";
import { oneLine } from "../../guide/error.ts";
import { type Importer, importBytes, type Note } from "../../guide/import/importer.ts";
import { standsFor } from "../../guide/import/notes.ts";
import type { Severity } from "../../guide/lint/rule.ts";
import type { Io } from "../command.ts";
import { readBytes } from "../files.ts";
import { pathOf } from "../firewall/options.ts";
import { checkNoFolder, writeFolder } from "../folder.ts";
import { settled, severityWords } from "../guide-text.ts";
import { Refusal } from "../refusal.ts";
import { makeCall } from "./make.ts";

/** What a guide can be made of. Each is loaded only when it is asked for. */
const importers: Record<string, () => Promise<Importer>> = {
  m365: async () => (await import("../../guide/import/m365.ts")).m365,
  text: async () => (await import("../../guide/import/text/importer.ts")).textImporter,
};

/** `jochi guide import`: 0 all of it was read, 1 something was not and is marked in the guide. */
export async function importGuide(argv: string[], io: Io): Promise<number> {
  const call = makeCall(argv, io);
  if (!call) return 0;
  const { values, positionals, day, words } = call;
  const [name = "", given, surplus] = positionals;
  if (!Object.hasOwn(importers, name)) {
    throw new Refusal(words.importers(Object.keys(importers).join(", ")));
  }
  if (given === undefined || surplus !== undefined) throw new Refusal(words.oneFile);
  if (values.output !== undefined) checkNoFolder(pathOf(values.output, io), words);
  const importer = await importers[name]!();
  const bytes = readBytes(pathOf(given, io), importer.bytesMax, words);
  const imported = importBytes(importer, bytes, {
    file: basename(given),
    day,
    ...(values.id !== undefined && { id: values.id }),
    ...(values.edition !== undefined && { edition: values.edition }),
  });
  const { id, edition, files, notes, encoding } = imported;
  const folder = values.output ?? join(id, edition);
  writeFolder(pathOf(folder, io), files, words);
  const count = tally(notes);
  if (values.json) {
    const report = {
      schema: "jochi.import/1",
      importer: importer.id,
      guide: { id, edition },
      ...(encoding !== undefined && { encoding }),
      folder,
      files: files.map((file) => file.name),
      ...count,
      notes: notes.map(({ words: says, ...rest }) => ({ ...rest, message: settled(says) })),
    };
    io.out(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    for (const { line, severity, kind, words: says } of notes) {
      const head = `${given}:${line}: ${severityWords[severity][io.lang]} ${kind}:`;
      io.out(`${oneLine(`${head} ${settled(says)[io.lang]}`)}\n`);
    }
    io.out(`${words.wrote(folder, files.length)}\n`);
    io.out(`${words.total(count.error, count.warning, count.info)}\n`);
  }
  return count.error > 0 ? 1 : 0;
}

function tally(notes: readonly Note[]): Record<Severity, number> {
  const count = { error: 0, warning: 0, info: 0 };
  for (const note of notes) count[note.severity] += standsFor(note);
  return count;
}
