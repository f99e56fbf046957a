import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type Lab, startLab } from "../../src/lab/real/lab.ts";
import { signedPe } from "../../src/trust/stage/sign.ts";
import { type Carried, madeByCommands } from "../bundle/_by-commands.ts";
import { connectedSide, nextBundle } from "../bundle/_closed.ts";
import { healthy } from "../cli/_evidence.ts";
import { skip as noLab } from "../lab/_lab.ts";
import type { BrokenPc } from "./broken/case.ts";
import { programCases } from "./broken/cases-programs.ts";
import { guideFolder, guideRoots } from "./broken/guide.ts";
import { at, folders } from "./broken/healthy.ts";
import { nosInstaller, nosInstallerFile } from "./broken/installers.ts";
import { type Bench, onLinux, openBench } from "./broken/on-linux.ts";
import { onWine } from "./broken/on-wine.ts";
import { changed, found, type PlayedPc } from "./broken/play.ts";
import { onceMore } from "./stage/again.ts";
import { signExe } from "./stage/sign-exe.ts";
import { fixturesFolder } from "./stage/wine.ts";
import { skip as noWine } from "./stage/wine-pc.ts";

/**
 * From one side to the other: a bundle that two people have signed is carried into the closed
 * network, verified by the fingerprint that one of them has told, and installed. The PC there has
 * neither NOS nor the root under which its installer was signed.
 */
const folder = mkdtempSync(join(tmpdir(), "jochi-carried-"));
const guide = guideFolder();
after(() => {
  guide.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** `installer`: on a PC of plain data it does what is told of this very file. */
function withoutNosAndRoot(installer?: Buffer): BrokenPc {
  const {
    signed: _,
    treats: __,
    ...missing
  } = programCases.find(({ name }) => name === "NOS is missing")!;
  const root = `[-${at.roots}\\${guideRoots.signer.sha1}]\n`;
  return {
    ...missing,
    registry: `${missing.registry ?? ""}${root}`,
    ...(installer && { bytes: { [`${folders.downloads}\\${nosInstallerFile}`]: installer } }),
    finds: [...missing.finds, ["certificate.missing", "verisign-root", "pc-admin"]],
  };
}

interface Told {
  remembered: boolean;
  items: { id: string; is: string }[];
  treatments: { remedies: { outcome: string }[] }[];
}

/** The whole way there and back, on whatever the PC is played. */
async function carriedIn(pc: PlayedPc, carried: Carried, broken: BrokenPc): Promise<void> {
  const of = ["--guide", pc.path(guide.path)];
  const [older, bundle] = [pc.path(carried.older), pc.path(carried.bundle)];
  const whose = ["--fingerprint", carried.fingerprint];
  const start = await pc.snapshot();
  assert.deepEqual(await found(pc, of), [...broken.finds].sort());

  const words = ["bundle", "install", bundle, ...whose, "--json"];
  const verified = pc.slow ? undefined : await pc.jochi(["bundle", "verify", bundle, ...whose]);
  if (verified) assert.equal(verified.code, 0, verified.stdout + verified.stderr);
  const ended = await pc.jochi([...words, "--yes"]);
  assert.ok(ended.stdout.startsWith("{"), `${ended.code} ${ended.stdout} ${ended.stderr}`);
  const told = JSON.parse(ended.stdout) as Told;
  const [first] = told.treatments[0]!.remedies;
  assert.equal(first?.outcome, "done", JSON.stringify(first));
  assert.deepEqual(
    told.items.filter(({ is }) => is === "install").map(({ id }) => id),
    ["verisign-root", "nos"],
  );
  await pc.faults([]);
  assert.deepEqual(await found(pc, of), [], "everything that a payment needs is there");

  const back = await pc.jochi(["bundle", "verify", older, ...whose]);
  assert.equal(back.code, 1, back.stdout + back.stderr);
  assert.match(back.stderr, /older/);
  const undone = await pc.jochi(["undo", "--all", "--yes"]);
  assert.equal(undone.code, 0, undone.stdout + undone.stderr);
  const records = /\\(journal|Jochi\\bundles\.json)/i;
  const kept = (lines: string[]) => lines.filter((line) => !records.test(line));
  assert.deepEqual(changed(kept(start), kept(await pc.snapshot())), [], "as it was before");
}

describe("a bundle carried into a closed network", { skip: noLab }, () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench();
  });
  after(async () => {
    await bench?.lab.close();
  });

  it("made by the commands of two people, brings NOS and its root; undo takes them back", async () => {
    const installer = signedPe(nosInstaller);
    const carried = await madeByCommands(join(folder, "plain"), guide.path, installer);
    const broken = withoutNosAndRoot(installer);
    const pc = await onLinux(bench, broken);
    try {
      await carriedIn(pc, carried, broken);
    } finally {
      await pc.close();
    }
  });
});

describe("the same by the very program under Wine", { skip: noLab || noWine }, () => {
  let lab: Lab;
  before(async () => {
    lab = await startLab(healthy);
  });
  after(async () => {
    await lab?.close();
  });

  it("brings NOS and its root, and undo takes them back", { timeout: 300_000 }, async (t) => {
    const exe = await signExe(readFileSync(`${fixturesFolder}/installer.exe`), nosInstaller);
    const side = connectedSide(join(folder, "wine"), guide.path, Buffer.from(exe));
    const older = await side.bundle("older.jochi");
    const bundle = await nextBundle(side, "bundle.jochi", older);
    const carried = { fingerprint: side.fingerprint, older, bundle };
    const broken = withoutNosAndRoot();
    await onceMore(t, async () => {
      const pc = await onWine(lab, broken);
      try {
        await carriedIn(pc, carried, broken);
      } finally {
        await pc.close();
      }
    });
  });
});
