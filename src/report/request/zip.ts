import { unzipSync, type Zippable, zipSync } from "fflate";

/** The day that files inside an archive are said to be of: the same form gives the same bytes. */
const day = new Date(2000, 0, 1);

/** An archive of files in the order given. What is named in `stored` is not compressed. */
export function zipped(
  files: readonly (readonly [name: string, content: Uint8Array | string])[],
  stored: readonly string[] = [],
): Uint8Array {
  const encoder = new TextEncoder();
  const entries: Zippable = {};
  for (const [name, content] of files) {
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    entries[name] = [bytes, { level: stored.includes(name) ? 0 : 6, mtime: day }];
  }
  return zipSync(entries);
}

/** An archive written by a library, with one day for all its files and some of them changed. */
export function rezipped(
  archive: Uint8Array,
  change: (name: string, text: string) => string,
): Uint8Array {
  const decoder = new TextDecoder();
  const files = Object.entries(unzipSync(archive)).map(
    ([name, bytes]) => [name, change(name, decoder.decode(bytes))] as const,
  );
  return zipped(files);
}
