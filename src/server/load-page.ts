import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { isPacked, ownBytes, ownPath } from "../own/files.ts";
import { type Page, pageOf } from "./page.ts";

/** The page could not be made; the message is the builder's own first line. */
export class PageError extends Error {}

/** What the builder of `scripts/build` gives. */
export interface Built {
  html: string;
  /** Every file that it was made from, from the project's root. */
  inputs: string[];
}

/** What was built last, and from what. */
interface Kept {
  html: string;
  /** SHA-256 of each input. */
  inputs: Record<string, string>;
}

/** Where the packed program has its page. */
export const packedPage = "page.html";

/** Where a checkout keeps its page, and what makes it. */
export interface Workshop {
  folder: string;
  build(): Promise<Built>;
}

const workshop: Workshop = { folder: ownPath(".cache/page"), build };

/**
 * The page of this version. The packed program has it inside; a checkout makes it at its first use
 * and keeps it for as long as nothing that it was made from has changed. Throws a PageError.
 *
 * @param making called before it is made, which takes a moment
 */
export async function loadPage(making: () => void, how: Workshop = workshop): Promise<Page> {
  if (isPacked) return pageOf(ownBytes(packedPage).toString("utf8"));
  const file = join(how.folder, "page.json");
  const kept = readKept(file);
  if (kept !== undefined) return pageOf(kept);
  making();
  const { html, inputs } = await builtBy(how);
  const hashes = inputs.map((path) => [path, hashOf(path) ?? ""]);
  keep(file, { html, inputs: Object.fromEntries(hashes) });
  return pageOf(html);
}

async function builtBy({ build }: Workshop): Promise<Built> {
  try {
    return await build();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new PageError(message.split("\n")[0]);
  }
}

/** By its path and not by name: the packed program has no builder in it. */
async function build(): Promise<Built> {
  const builder = pathToFileURL(ownPath("scripts/build/page.ts")).href;
  const { servedPage } = (await import(builder)) as { servedPage(): Promise<Built> };
  return servedPage();
}

function readKept(file: string): string | undefined {
  try {
    const { html, inputs } = JSON.parse(readFileSync(file, "utf8")) as Kept;
    const same = Object.entries(inputs).every(([path, hash]) => hashOf(path) === hash);
    return same && Object.keys(inputs).length > 0 ? html : undefined;
  } catch {
    // Never made, or half of it: it is made anew.
    return undefined;
  }
}

/** Whole or not at all. A checkout that cannot be written to makes its page each time. */
function keep(file: string, kept: Kept): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, JSON.stringify(kept));
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
  }
}

function hashOf(path: string): string | undefined {
  try {
    return createHash("sha256")
      .update(readFileSync(ownPath(path)))
      .digest("hex");
  } catch {
    return undefined;
  }
}
