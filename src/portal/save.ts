import type { Handed } from "./wire.ts";

/** How long a browser may take to begin to write a file. */
const keepMs = 60_000;

/** Gives a file to the browser to be saved where the person wants it. */
export function saveFile({ name, type, bytes }: Handed): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keepMs);
}
