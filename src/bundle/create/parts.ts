import { basename } from "node:path";
import type { Guide } from "../../guide/guide.ts";
import { BundleFault } from "../fault.ts";
import { usableCandidates } from "../pins/certificate.ts";
import { guideAsksCertificate, guideAsksInstaller, guideName } from "../pins/guide.ts";
import type { Missing } from "../plan.ts";
import { certificatePart } from "./certificate.ts";
import { installerPart } from "./installer.ts";
import { measure, measureBytes, openNamed } from "./measure.ts";
import {
  checkedName,
  type GuideIn,
  type Judges,
  type Offered,
  type Part,
  type ProgramIn,
} from "./wanted.ts";

export interface PartsWanted extends Judges {
  guides: readonly GuideIn[];
  /** The offline page of each guide that has one. */
  pages: readonly { guide: string; bytes: Uint8Array }[];
  program?: ProgramIn | undefined;
  offered: readonly Offered[];
  /** A part of an earlier bundle, for what nobody offers anew. */
  earlier?: ((kind: Missing["kind"], guide: string, id: string) => Part | undefined) | undefined;
}

/** Everything that goes into a bundle, and what the guides name and it lacks. */
export async function collectParts(wanted: PartsWanted): Promise<{
  parts: Part[];
  missing: Missing[];
}> {
  checkOffered(wanted);
  const parts: Part[] = wanted.guides.flatMap(guideParts);
  parts.push(...wanted.pages.map(pagePart));
  if (wanted.program) parts.push(await programPart(wanted.program, wanted.day));
  const missing: Missing[] = [];
  for (const { guide } of wanted.guides) {
    for (const item of itemsOf(guide, wanted.day)) {
      const offered = offerFor(guide, item.id, wanted.offered);
      if (offered) parts.push(await item.part(offered, wanted));
      const earlier = offered ? undefined : earlierOf(item, guide, wanted);
      if (earlier) parts.push(earlier);
      else if (!offered)
        missing.push({ kind: item.kind, guide: guideName(guide), id: item.id, why: item.why });
    }
  }
  return { parts: onceEach(parts), missing };
}

/** What an earlier bundle has of it, if the guide still asks for exactly that and it is still valid. */
function earlierOf(item: Item, guide: Guide, { earlier, day }: PartsWanted): Part | undefined {
  const part =
    item.why === "not-given" ? earlier?.(item.kind, guideName(guide), item.id) : undefined;
  const pin = part?.pin(day);
  if (!part || !pin) return undefined;
  const { sha256, entry } = part;
  const checks =
    pin.kind === "installer"
      ? [guideAsksInstaller(guide, pin, { name: entry.name, sha256 })]
      : pin.kind === "certificate" && pin.certificate.notAfter >= day
        ? guideAsksCertificate(guide, pin, entry.name)
        : [];
  return checks.length > 0 && checks.every(({ is }) => is === "yes") ? part : undefined;
}

interface Item {
  kind: Missing["kind"];
  id: string;
  /** Why it is missing where nobody offers a file. */
  why: Missing["why"];
  part(offered: Offered, judges: Judges): Promise<Part>;
}

function itemsOf(guide: Guide, day: string): Item[] {
  const installers = guide.programs.flatMap((program): Item[] => {
    const { id, download } = program;
    if (!download) return [];
    const why = download.sha256 || download.publisher ? "not-given" : "no-pin";
    const part = (offered: Offered, judges: Judges) =>
      installerPart(guide, { ...program, download }, offered, judges);
    return [{ kind: "installer", id, why, part }];
  });
  const certificates = guide.certificates.map((wanted): Item => {
    const usable = usableCandidates(wanted, day);
    const why = usable.is === "usable" ? "not-given" : usable.is;
    const part = (offered: Offered, judges: Judges) =>
      certificatePart(guide, wanted, offered, judges);
    return { kind: "certificate", id: wanted.id, why, part };
  });
  return [...installers, ...certificates];
}

/** Every offer is for exactly one thing. */
function checkOffered({ guides, offered, day }: PartsWanted): void {
  const seen = new Set<string>();
  for (const { id } of offered) {
    const known = guides.flatMap(({ guide }) => itemsOf(guide, day).map((item) => item.id));
    const asking = guides.filter(({ guide }) =>
      itemsOf(guide, day).some((item) => means(id, guide, item.id)),
    );
    if (asking.length === 0) throw notAsked(id, known);
    if (asking.length > 1) throw new BundleFault("create.ambiguous", id);
    const whole = `${guideName(asking[0]!.guide)}/${id.split("/").at(-1)}`;
    if (seen.has(whole)) throw new BundleFault("create.twice", id);
    seen.add(whole);
  }
}

/** With what may be offered instead: the ids stand nowhere but in the guide's files. */
export const notAsked = (id: string, known: readonly string[]) =>
  new BundleFault("create.not-asked", id, { known: [...new Set(known)].sort().join(", ") });

const means = (offered: string, guide: Guide, id: string) =>
  [id, `${guide.id}/${id}`, `${guideName(guide)}/${id}`].includes(offered);

const offerFor = (guide: Guide, id: string, offered: readonly Offered[]) =>
  offered.find((one) => means(one.id, guide, id));

function guideParts({ guide, files }: GuideIn): Part[] {
  return files.map(({ kind, bytes }) => {
    const name = checkedName(`guides/${guide.id}/${guide.edition}/${kind}.yaml`);
    const pin = () => ({ kind: "guide" as const, guide: guideName(guide) });
    return { role: "guides", entry: { name, bytes }, ...measureBytes(bytes, name), pin };
  });
}

function pagePart({ guide, bytes }: { guide: string; bytes: Uint8Array }): Part {
  const name = checkedName(`pages/${guide.replace("@", "-")}.html`);
  const pin = () => ({ kind: "page" as const, guide });
  return { role: "guides", entry: { name, bytes }, ...measureBytes(bytes, name), pin };
}

async function programPart({ path, version, source }: ProgramIn, day: string): Promise<Part> {
  const name = checkedName(`program/${basename(path)}`);
  const file = await openNamed(path);
  try {
    const { size, sha256 } = await measure(file, path);
    const pin = () => ({
      kind: "program" as const,
      ...(version !== undefined && { version }),
      source,
      retrievedOn: day,
    });
    return { role: "program", entry: { name, path, size, sha256 }, size, sha256, pin };
  } finally {
    await file.close();
  }
}

/** One file may serve two guides only where both mean the very same. */
function onceEach(parts: readonly Part[]): Part[] {
  const byName = new Map<string, Part>();
  for (const part of parts) {
    const name = part.entry.name.toLowerCase();
    if (byName.has(name)) throw new BundleFault("create.name-clash", part.entry.name);
    byName.set(name, part);
  }
  return [...byName.values()];
}
