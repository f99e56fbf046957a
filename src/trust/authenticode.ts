import type { Digest } from "./algorithm.ts";
import { readTable } from "./certificate-table.ts";
import { judgeSignature } from "./judge-signature.ts";
import { Malformed } from "./malformed.ts";
import type { AuthenticodeOptions } from "./options.ts";
import { type PeLayout, peDigests, readPe } from "./pe.ts";
import type { OneSignature, Remark, Signature } from "./signature.ts";
import { digestsWanted, readSigned, type Signed } from "./signed.ts";
import { type ByteSource, readExactly, Unreadable } from "./source.ts";
import { tampered } from "./verdict.ts";

/**
 * Judges the Authenticode signatures of a PE file (Microsoft, Windows Authenticode Portable
 * Executable Signature Format). It reads the file once, in pieces, and never throws for what
 * stands in it.
 *
 * The file is `valid` where one of its signatures is and none is broken. Who signed it is told and
 * not judged: see publisher.ts. `remarks` name bytes that no signature covers.
 */
export async function verifyAuthenticode(
  file: ByteSource,
  options: AuthenticodeOptions,
): Promise<Signature> {
  try {
    return await verify(file, options);
  } catch (error) {
    if (error instanceof Malformed) return none("malformed", { where: error.where });
    if (error instanceof Unreadable) return none("unreadable");
    throw error;
  }
}

const none = (verdict: Signature["verdict"], more: Partial<Signature> = {}): Signature => ({
  verdict,
  signatures: [],
  remarks: [],
  ...more,
});

async function verify(file: ByteSource, options: AuthenticodeOptions): Promise<Signature> {
  const layout = await readPe(file);
  if (!layout.table) return none("unsigned");
  const { offset, size } = layout.table;
  const { entries, remarks } = readTable(await readExactly(file, offset, size), offset);
  const signed = entries.flatMap(({ pkcs7 }, entry) => readSigned(pkcs7, entry));
  const found = await digestsOf(file, layout, signed);
  const judged = signed.map((one) => judgeSignature(one, found, options));
  const signatures = judged.map(({ signature }) => signature);
  const verdict = layout.trailing > 0 ? "data-after-table" : overall(signatures);
  const where = signatures.find((one) => one.verdict === verdict)?.where;
  return {
    verdict,
    ...(where && { where }),
    signatures,
    remarks: [...trailing(layout), ...remarks, ...judged.flatMap((one) => one.remarks)],
  };
}

function digestsOf(file: ByteSource, layout: PeLayout, signed: readonly Signed[]) {
  const wanted: ReadonlySet<Digest> = digestsWanted(signed);
  return peDigests(file, layout, wanted);
}

function trailing({ table, trailing: length }: PeLayout): Remark[] {
  if (!table || length === 0) return [];
  return [{ code: "data-after-table", offset: table.offset + table.size, length }];
}

/** One broken signature condemns the file; else one good one is enough. */
function overall(signatures: readonly OneSignature[]): Signature["verdict"] {
  const verdicts = signatures.map(({ verdict }) => verdict);
  const broken = verdicts.find((verdict) => tampered.includes(verdict));
  if (broken) return broken;
  return verdicts.includes("valid") ? "valid" : (verdicts[0] ?? "unsigned");
}
