import { createHash } from "node:crypto";
import { GuideError } from "../../guide/error.ts";
import { type Kind, kinds, maxFileBytes } from "../../guide/files.ts";
import type { Guide } from "../../guide/guide.ts";
import { mergeFiles } from "../../guide/load.ts";
import { parser } from "../../guide/parser.ts";
import type { Container } from "../container/read.ts";
import { BundleFault } from "../fault.ts";
import { canonical } from "../metadata/canonical.ts";
import { planName } from "../metadata/roles.ts";
import { readStrict } from "../metadata/strict.ts";
import type { PinKind } from "../pin.ts";
import { guideName } from "../pins/guide.ts";
import { Plan, type PlannedFile, planBytesMax } from "../plan.ts";
import type { Listed } from "./metadata.ts";

/** What a role may list, beyond where it stands. */
const kindsOf: Readonly<Record<Listed["role"], readonly PinKind[]>> = {
  targets: ["plan"],
  guides: ["guide", "page"],
  program: ["program"],
  installers: ["installer"],
  certificates: ["certificate"],
};

/** The whole of a small listed file, its hash compared. */
export async function readListed(
  container: Container,
  { name, target }: Listed,
  most: number,
): Promise<Uint8Array> {
  const bytes = await container.read(name, most);
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== target.hashes.sha256)
    throw new BundleFault("entry.hash", name, { found, expected: target.hashes.sha256 });
  return bytes;
}

/** The plan, held against everything that is listed: the same files, each for the same. */
export async function readPlan(container: Container, listed: readonly Listed[]): Promise<Plan> {
  const one = listed.find(({ name }) => name === planName);
  if (!one) throw new BundleFault("entry.missing", planName);
  const read = readStrict(await readListed(container, one, planBytesMax));
  const parsed = Plan.safeParse(read.is === "value" ? read.value : undefined);
  if (!parsed.success) throw new BundleFault("plan.malformed", planName);
  const plan = parsed.data;
  for (const { name, role, target } of listed) {
    if (!kindsOf[role].includes(target.custom.kind))
      throw new BundleFault("delegation.outside", name, { role });
  }
  const others = listed.filter(({ name }) => name !== planName).map(planned);
  if (canonical(byName(others)) !== canonical(byName(plan.files)))
    throw new BundleFault("plan.disagrees", planName);
  const guides = new Set(
    others.flatMap(({ kind, guide = "" }) => (kind === "guide" ? [guide] : [])),
  );
  const named = plan.guides.map(guideName);
  if (canonical([...guides].sort()) !== canonical([...named].sort()))
    throw new BundleFault("plan.disagrees", planName);
  if (plan.missing.some(({ guide }) => !guides.has(guide)))
    throw new BundleFault("plan.disagrees", planName);
  return plan;
}

/** How the plan must name a listed file. */
export function planned({ name, target: { custom } }: Listed): PlannedFile {
  if (custom.kind === "plan") throw new BundleFault("plan.disagrees", name);
  return {
    name,
    kind: custom.kind,
    ...("guide" in custom && { guide: custom.guide }),
    ...("id" in custom && { id: custom.id }),
  };
}

const byName = (files: readonly PlannedFile[]) =>
  [...files].sort((a, b) => (a.name < b.name ? -1 : 1));

const guidePath = /^guides\/([a-z0-9-]+)\/([0-9.]+)\/([a-z]+)\.yaml$/;

/** The guides in a bundle, read from it alone. One that cannot be used is left out. */
export async function readGuides(
  container: Container,
  listed: readonly Listed[],
): Promise<Guide[]> {
  const editions = new Map<string, { kind: Kind; file: string; bytes: Buffer }[]>();
  for (const one of listed) {
    const { custom } = one.target;
    if (custom.kind !== "guide") continue;
    const [, id, edition, kind] = guidePath.exec(one.name) ?? [];
    if (`${id}@${edition}` !== custom.guide || !kinds.includes(kind as Kind))
      throw new BundleFault("plan.disagrees", one.name);
    const bytes = Buffer.from(await readListed(container, one, maxFileBytes));
    const texts = editions.get(custom.guide) ?? [];
    texts.push({ kind: kind as Kind, file: one.name, bytes });
    editions.set(custom.guide, texts);
  }
  return [...editions].flatMap(([name, texts]) => {
    const guide = guideOf(texts);
    return guide && guideName(guide) === name ? [guide] : [];
  });
}

function guideOf(texts: { kind: Kind; file: string; bytes: Buffer }[]): Guide | undefined {
  try {
    return mergeFiles(texts.map(parser().parseGuideFile));
  } catch (error) {
    if (error instanceof GuideError) return undefined;
    throw error;
  }
}
