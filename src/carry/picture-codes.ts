import { decodeQRBatch } from "qr/decode.js";
import { CarryFault } from "./fault.ts";
import { isPng, readPng } from "./png-read.ts";

/** How other pictures begin, so that they can be refused by name. */
const kinds: [kind: string, begin: string][] = [
  ["jpeg", "ffd8ff"],
  ["gif", "47494638"],
  ["webp", "52494646"],
  ["bmp", "424d"],
  ["tiff", "49492a00"],
  ["tiff", "4d4d002a"],
  ["pdf", "25504446"],
];

/** How long one picture may be looked at. */
const patienceMs = 5_000;

/** Whether a file is a picture, and of which kind; undefined for anything else, as text. */
export function pictureKind(bytes: Uint8Array): string | undefined {
  if (isPng(bytes)) return "png";
  const begin = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  return kinds.find(([, known]) => begin.startsWith(known))?.[0];
}

/** The text of every code on a picture. Throws where there is none, or where it cannot be read. */
export async function codesOn(bytes: Uint8Array): Promise<string[]> {
  const kind = pictureKind(bytes);
  if (kind !== "png") throw new CarryFault("picture-kind", { kind: kind ?? "unknown" });
  const picture = readPng(bytes);
  const size = { width: picture.width, height: picture.height };
  const options = { maxSize: size, effort: Number.POSITIVE_INFINITY, timeLimit: patienceMs };
  const [found = []] = await decodeQRBatch([picture], options);
  const texts = found.filter((one) => typeof one === "string");
  if (texts.length === 0) throw new CarryFault("picture-without-code");
  return texts;
}
