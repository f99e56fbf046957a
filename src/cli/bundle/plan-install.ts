import { type Given, refusals } from "../../actions/action.ts";
import { authorityIn } from "../../bundle/pins/authority.ts";
import type { Check } from "../../bundle/pins/check.ts";
import { guideName } from "../../bundle/pins/guide.ts";
import type { Artefact, Verified } from "../../bundle/verify.ts";
import { type Prepared, prepare, type Remedy } from "../../doctor/prepare.ts";
import type { Owner } from "../../evidence/verdict.ts";
import type { Guide } from "../../guide/guide.ts";
import type { ActionId } from "../../guide/schema/action.ts";
import type { Machine } from "../../machine/machine.ts";
import { bundleRemedy } from "../treat/go-on.ts";
import { placeOf } from "./bundle-files.ts";
import type { Item } from "./install-item.ts";
import { installText } from "./install-text.ts";

export interface GuideInstall {
  guide: Guide;
  items: Item[];
  prepared: Prepared;
}

interface Asked {
  /** The PC as it will be with the files unpacked. */
  machine: Machine;
  /** Where they will be. */
  folder: string;
  /** Ids; all where absent. */
  only?: readonly string[] | undefined;
}

type Authority = NonNullable<Given["trusted"]>[number];

const actionOf: Record<Item["kind"], ActionId> = {
  installer: "install-program",
  certificate: "import-root",
};

/**
 * What installing a verified bundle would change on this PC, for each of its guides: certificates
 * first, then the programs, which may have been signed under them. Changes nothing.
 */
export async function planInstall(verified: Verified, asked: Asked): Promise<GuideInstall[]> {
  const plans: GuideInstall[] = [];
  for (const guide of verified.guides) plans.push(await planGuide(verified, guide, asked));
  return plans;
}

/** Every id that `--only` may name. */
export function idsIn({ artefacts, plan }: Verified): string[] {
  const ids = artefacts.flatMap(({ pin }) => ("id" in pin ? [pin.id] : []));
  return [...new Set([...ids, ...plan.missing.map(({ id }) => id)])].sort();
}

/** What is not to be used and belongs to no guide that could be read, as the guide itself. */
export function strayIn(
  { refused }: Verified,
  plans: readonly GuideInstall[],
): Verified["refused"] {
  const known = plans.flatMap(({ items }) => items);
  const isKnown = (name: string) => known.some((item) => "file" in item && item.file.name === name);
  return refused.filter(({ name }) => !isKnown(name));
}

async function planGuide(verified: Verified, guide: Guide, asked: Asked): Promise<GuideInstall> {
  const name = guideName(guide);
  const items: Item[] = [];
  const parts: Prepared[] = [];
  const trusted: Authority[] = [];
  for (const kind of ["certificate", "installer"] as const) {
    for (const file of verified.artefacts) {
      const { pin } = file;
      if (pin.kind !== kind || pin.guide !== name) continue;
      const part = await planOne(guide, file, { kind, id: pin.id, trusted, asked });
      items.push(part.item);
      if (part.prepared) parts.push(part.prepared);
      if (kind === "certificate" && part.item.is === "install")
        trusted.push(...(await certificateIn(asked, file)));
    }
  }
  for (const { kind, guide: of, id, why } of verified.plan.missing)
    if (of === name) items.push({ ...described(guide, kind, id), is: "missing", why });
  const remedy = remedyFor(guide, items);
  return {
    guide,
    items,
    prepared: {
      remedy,
      entries: parts.flatMap(({ entries }) => entries),
      refused: parts.flatMap(({ refused }) => refused),
      byHand: [],
    },
  };
}

async function planOne(
  guide: Guide,
  file: Artefact,
  given: { kind: Item["kind"]; id: string; trusted: readonly Authority[]; asked: Asked },
): Promise<{ item: Item; prepared?: Prepared }> {
  const { kind, id, trusted, asked } = given;
  const about = described(guide, kind, id);
  if (asked.only && !asked.only.includes(id)) return { item: { ...about, is: "not-asked", file } };
  const check = file.checks.find(({ is }) => is === "no");
  if (check) return { item: { ...about, is: "refused", file, check, owner: ownerOf(check) } };
  const step = { text: about.title, action: actionOf[kind], ...stepOf(kind, id) };
  const one = { ...remedyFor(guide, []), steps: [step] };
  const folder = placeOf(asked.folder, file.name.slice(0, file.name.lastIndexOf("/")));
  const prepared = await prepare({ machine: asked.machine }, guide, one, folder, trusted);
  const { entries, refused } = prepared;
  const [first] = refused;
  if (first) {
    const owner = refusals[first.code];
    return { item: { ...about, is: "left", file, refused, owner }, prepared };
  }
  return { item: { ...about, is: entries.length > 0 ? "install" : "there", file }, prepared };
}

const stepOf = (kind: Item["kind"], id: string) =>
  kind === "installer" ? { programs: [id] } : { certificates: [id] };

/** Whoever can do something about it: what has run out is the provider's to replace. */
function ownerOf({ what }: Check): Owner {
  return what === "period" || what === "distrust" ? "provider" : "security";
}

function described(guide: Guide, kind: Item["kind"], id: string) {
  const program = guide.programs.find((each) => each.id === id);
  const certificate = guide.certificates.find((each) => each.id === id);
  const found = kind === "installer" ? program : certificate;
  const replacement = kind === "certificate" ? certificate?.replacement?.text : undefined;
  return {
    guide: guideName(guide),
    kind,
    id,
    title: found?.title ?? { ko: id },
    ...(replacement && { replacement }),
  };
}

/** A remedy of nothing but what a bundle brings, which verifies what it is to put right. */
function remedyFor(guide: Guide, items: readonly Item[]): Remedy {
  const ids = items.filter(({ is }) => is === "install").map(({ id }) => id);
  const agents = guide.agents.filter(({ program, required }) => required && ids.includes(program));
  return {
    id: bundleRemedy,
    title: { ko: installText.ko.title, en: installText.en.title },
    owner: "pc-admin",
    minutes: 10,
    automatic: false,
    steps: [],
    verifies: [...ids, ...agents.map(({ id }) => id)],
  };
}

/** The certificate that will be trusted by the time the first program is started. */
async function certificateIn({ machine, folder }: Asked, file: Artefact): Promise<Authority[]> {
  const read = await machine.system.readFile(placeOf(folder, file.name), file.size);
  return read.state === "found" ? authorityIn(read.value) : [];
}
