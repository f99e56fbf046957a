import { parseArgs } from "node:util";
import { isElevated } from "../../actions/action.ts";
import { unpackedFolder } from "../../actions/own-folder.ts";
import type { Container } from "../../bundle/container/read.ts";
import { guideName } from "../../bundle/pins/guide.ts";
import { NoRoom } from "../../bundle/room.ts";
import type { Anchor, Verified } from "../../bundle/verify.ts";
import type { Machine } from "../../machine/machine.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { type Chosen, carryOut, exitCodeOf } from "../treat/carry-out.ts";
import { bundleRemedy, goOn } from "../treat/go-on.ts";
import { alone, guarded, openMachine, openPatient, type Patient } from "../treat/patient.ts";
import type { Result } from "../treat/result.ts";
import { treatText } from "../treat/text.ts";
import { anchorOf } from "./anchor.ts";
import {
  asIfUnpacked,
  bundleFiles,
  bytesToUnpack,
  clearUnpacked,
  placeOf,
} from "./bundle-files.ts";
import {
  installJson,
  installSchema,
  itemLines,
  nextLine,
  strayLines,
  trustLines,
} from "./install-show.ts";
import { installText } from "./install-text.ts";
import { orRefusal, pathIn } from "./media.ts";
import { type GuideInstall, idsIn, planInstall, strayIn } from "./plan-install.ts";
import { acceptance, withVerifiedHere } from "./verified-here.ts";

export interface InstallArguments {
  file: string;
  anchor: Anchor | undefined;
  dryRun: boolean;
  yes: boolean;
  json: boolean;
  only: string[] | undefined;
}

/** `jochi bundle install`: what a bundle brings, verified and then put on this PC as a treatment is. */
export async function installCommand(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h", default: false },
      root: { type: "string" },
      fingerprint: { type: "string" },
      only: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const text = installText[io.lang];
  if (values.help) {
    io.out(`${text.help}\n`);
    return 0;
  }
  return guarded(io, async () => {
    const [file, surplus] = positionals;
    if (file === undefined) throw new Refusal(text.needsFile);
    const { yes, json, root, fingerprint } = values;
    const dryRun = values["dry-run"];
    const { together, notWith } = treatText[io.lang];
    if (surplus !== undefined) throw new Refusal(notWith(file, surplus));
    if (dryRun && yes) throw new Refusal(together("--dry-run", "--yes"));
    const anchor = await orRefusal(io, async () => anchorOf({ root, fingerprint }, io));
    const only = values.only?.split(",").map((id) => id.trim());
    const args = { file: pathIn(io, file), anchor, dryRun, yes, json, only };
    const machine = await openMachine(io);
    const work = () => install(machine, args, io);
    return dryRun ? work() : alone(io, work);
  });
}

function install(machine: Machine, args: InstallArguments, io: Io): Promise<number> {
  const schema = args.json ? installSchema : undefined;
  return withVerifiedHere(machine, { ...args, schema }, io, async (container, verified) => {
    const known = idsIn(verified);
    const unknown = args.only?.find((id) => !known.includes(id));
    if (unknown !== undefined)
      throw new Refusal(installText[io.lang].unknownId(unknown, known.join(", ") || "-"));
    return installVerified(machine, container, verified, args, io);
  });
}

async function installVerified(
  machine: Machine,
  container: Container,
  verified: Verified,
  args: InstallArguments,
  io: Io,
): Promise<number> {
  const text = installText[io.lang];
  const elevated = await isElevated({ machine });
  const folder = unpackedFolder(elevated);
  const patient = await openPatient(machine, io);
  const resumed = await goOn(patient, { ...args, guideFor: guideIn(verified) }, io);
  const files = bundleFiles(container, verified.artefacts, (name) => placeOf(folder, name));
  const seen = asIfUnpacked(machine, files);
  const asked = { machine: seen, folder, only: args.only };
  const plans = await planInstall(verified, asked);
  if (io.signal.aborted) return 2;
  const changes = plans.flatMap(({ prepared }) => prepared.entries.map(({ change }) => change));
  await checkFree(machine, folder, bytesToUnpack(files, changes));

  const say = args.json ? io.err : io.out;
  const stray = strayIn(verified, plans);
  const items = plans.flatMap((plan) => itemLines(plan, io.lang));
  const lines = [...trustLines(verified, io.lang), ...items, ...strayLines(stray, io.lang)];
  say(`${lines.join("\n")}\n\n`);
  const { ready, remember, remembered } = acceptance(machine, verified, files);
  const wish = { ...args, ready, isNamed: () => args.only !== undefined };
  const results = await treatAll(patient, chosenOf(plans, resumed), wish, folder, io);
  // Where nothing was to be changed nobody had to agree to anything, and the bundle is accepted all the same.
  const agreed = results.every(({ outcome }) => outcome === "nothing" || outcome === "refused");
  if (agreed && !args.dryRun) {
    const done = await remember();
    if (!done.ok) io.err(`${text.stateNotKept(done.code ?? done.failure)}\n`);
  }
  const told = { verified, plans, stray, results, dryRun: args.dryRun, remembered: remembered() };
  if (args.json) io.out(installJson(told, io.lang));
  else if (results.some(({ outcome }) => outcome === "done"))
    io.out(`${nextLine(plans, io.lang)}\n`);
  const code = exitCodeOf(results);
  const open = stray.length > 0 || plans.some((plan) => plan.items.some(isOpen));
  return code === 0 && open ? 1 : code;
}

/** Before anybody is asked: half of it could be put there, and the rest not. */
async function checkFree({ system }: Machine, folder: string, needed: number): Promise<void> {
  const free = await system.freeBytes(folder);
  if (free.state === "found" && free.value < needed) throw new NoRoom(folder, needed, free.value);
}

/** What was wanted and is not there. */
const isOpen = ({ is }: GuideInstall["items"][number]) => is === "left" || is === "refused";

const guideIn =
  (verified: Verified) =>
  ({ journal }: Patient["kept"][number]) =>
    journal.remedy === bundleRemedy
      ? verified.guides.find(({ id, edition }) => {
          return id === journal.guide.id && edition === journal.guide.edition;
        })
      : undefined;

/** What was cut off goes first. */
function chosenOf(
  plans: readonly GuideInstall[],
  resumed: Awaited<ReturnType<typeof goOn>>,
): Chosen[] {
  const of = ({ guide }: { guide: GuideInstall["guide"] }) => guideName(guide);
  const chosen = plans.map(({ guide, prepared }): Chosen => {
    const kept = resumed && of(resumed) === of({ guide }) ? resumed.kept : undefined;
    return { guide, prepared, kept };
  });
  return chosen.sort((a, b) => Number(b.kept !== undefined) - Number(a.kept !== undefined));
}

/** What was unpacked is taken away again, and so is what an earlier run has left. */
async function treatAll(
  patient: Patient,
  chosen: readonly Chosen[],
  wish: Parameters<typeof carryOut>[2],
  folder: string,
  io: Io,
): Promise<Result[]> {
  const { system } = patient.machine;
  if (wish.dryRun) return carryOut(patient, chosen, wish, io);
  await clearUnpacked(system, folder);
  try {
    return await carryOut(patient, chosen, wish, io);
  } finally {
    for (const path of await clearUnpacked(system, folder))
      io.err(`${installText[io.lang].kept(path)}\n`);
  }
}
