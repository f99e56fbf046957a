import type { Guide } from "../guide/guide.ts";
import type { Lang } from "../text/words.ts";
import type { Setting } from "./settings.ts";

export interface DeployRequest {
  guide: Guide;
  settings: readonly Setting[];
  /** Takes away again what the other direction put in place. */
  reverse: boolean;
  lang: Lang;
}

/** One kind of file by which an administrator gives settings to many PCs. */
export interface DeployFormat {
  id: string;
  /** With its dot. */
  extension: string;
  /** Whether the file begins with a byte order mark, and how its text is kept. */
  encoding: "utf-8" | "utf-8-bom" | "utf-16le-bom";
  /** The lines of the file. */
  write(request: DeployRequest): string[];
  lineEnd: "\n" | "\r\n";
}

/** The bytes of a file of this format. */
export function bytesOf(format: DeployFormat, request: DeployRequest): Uint8Array {
  const text = format
    .write(request)
    .map((line) => `${line}${format.lineEnd}`)
    .join("");
  if (format.encoding === "utf-8") return Buffer.from(text, "utf8");
  return format.encoding === "utf-8-bom"
    ? Buffer.from(`\uFEFF${text}`, "utf8")
    : Buffer.from(`\uFEFF${text}`, "utf16le");
}
