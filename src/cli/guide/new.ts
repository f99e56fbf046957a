import { join } from "node:path";
import { newGuideFiles } from "../../guide/template/new.ts";
import type { Io } from "../command.ts";
import { pathOf } from "../firewall/options.ts";
import { writeFolder } from "../folder.ts";
import { Refusal } from "../refusal.ts";
import { isId, makeCall } from "./make.ts";

/** `jochi guide new`: a guide's folder that loads and is to be filled in. */
export async function newGuide(argv: string[], io: Io): Promise<number> {
  const call = makeCall(argv, io);
  if (!call) return 0;
  const { values, positionals, day, words } = call;
  const [id, surplus] = positionals;
  if (id === undefined || surplus !== undefined) throw new Refusal(words.oneId);
  if (!isId(id)) throw new Refusal(words.badId(id));
  const edition = values.edition ?? day.slice(0, 7).replace("-", ".");
  const folder = values.output ?? join(id, edition);
  const files = newGuideFiles({ id, edition, day });
  writeFolder(pathOf(folder, io), files, words);
  if (values.json) {
    const names = files.map(({ name }) => name);
    const report = { schema: "jochi.import/1", guide: { id, edition }, folder, files: names };
    io.out(`${JSON.stringify(report, null, 2)}\n`);
    return 0;
  }
  io.out(`${words.wrote(folder, files.length)}\n${words.next(folder)}`);
  return 0;
}
