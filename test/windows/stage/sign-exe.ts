import { peDigests, readPe } from "../../../src/trust/pe.ts";
import { tableEntry } from "../../../src/trust/stage/pe.ts";
import { pkcs7, type SignWanted } from "../../../src/trust/stage/sign.ts";

/** Signs any unsigned program, as signtool does. */
export async function signExe(program: Buffer, wanted: SignWanted): Promise<Buffer> {
  const file = Buffer.alloc(Math.ceil(program.length / 8) * 8);
  program.copy(file);
  const source = {
    size: file.length,
    read: async (offset: number, length: number) => file.subarray(offset, offset + length),
  };
  const layout = await readPe(source);
  if (layout.table || layout.entryAt === 0) throw new Error("signed already, or not to be signed");
  const digests = await peDigests(source, layout, new Set(["sha256"]));
  const table = tableEntry(pkcs7(Buffer.from(digests.get("sha256")!, "hex"), wanted));
  file.writeUInt32LE(file.length, layout.entryAt);
  file.writeUInt32LE(table.length, layout.entryAt + 4);
  return Buffer.concat([file, table]);
}
