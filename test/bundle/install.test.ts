import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { installText } from "../../src/cli/bundle/install-text.ts";
import { unpackText } from "../../src/cli/bundle/unpack-text.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { readGuideFolder } from "../../src/guide/read.ts";
import { width } from "../../src/report/columns.ts";
import { connectedStage, nextBundle } from "./_closed.ts";
import { type ClosedPc, closedPc, memoryOf, ownFiles, stateOf, withoutNos } from "./_closed-pc.ts";

const { folder, guide, side } = connectedStage();
const older = await side.bundle("older.jochi");
const bundle = await nextBundle(side, "bundle.jochi", older);
const whose = ["--fingerprint", side.fingerprint];

interface Told {
  remembered: boolean;
  items: { id: string; is: string; owner?: string; words?: string[]; replacement?: string }[];
  treatments: { remedies: { outcome: string; changes: { action: string }[] }[] }[];
}

const install = async (pc: ClosedPc, ...words: string[]) => {
  const ended = await pc.jochi("bundle", "install", ...words, "--json");
  const told = ended.out === "" ? undefined : (JSON.parse(ended.out) as Told);
  return { ...ended, told };
};
const fates = (told: Told | undefined) =>
  Object.fromEntries(told?.items.map(({ id, is }) => [id, is]) ?? []);
const fresh = (elevated = true) => closedPc(folder, withoutNos(side.installer, elevated));

describe("jochi bundle install", () => {
  it("shows what it would do and changes nothing", async () => {
    const pc = fresh();
    const before = JSON.stringify(pc.world());
    const { told, code } = await install(pc, bundle, ...whose, "--dry-run");
    assert.equal(code, 0);
    assert.deepEqual(fates(told), {
      "verisign-root": "install",
      nos: "install",
      ipinside: "missing",
      "rootcert-tool": "missing",
      "thawte-timestamp-root": "missing",
      "globalsign-timestamp-root": "missing",
    });
    const [first] = told!.treatments[0]!.remedies;
    assert.deepEqual(
      [first!.outcome, first!.changes.map(({ action }) => action)],
      ["preview", ["import-root", "install-program"]],
    );
    assert.equal(told!.remembered, false);
    assert.ok(JSON.stringify(pc.world()) === before);
  });

  it("shows purposes, end and fingerprint of a root before it is trusted", async () => {
    const { out } = await fresh().jochi("bundle", "install", bundle, ...whose, "--dry-run");
    const root = loadGuide(guide.path, { cache: false }).certificates[0]!.candidates[0]!;
    assert.match(out, new RegExp(root.sha256!));
    assert.match(out, /for issuing certificates, everything/);
    assert.match(out, /CN=Jochi Test Signing Root/);
    assert.match(out, /The signature of the NOS programs is checked with it/);
  });

  it("installs the root and the program signed under it, and takes both back", async () => {
    const pc = fresh();
    const before = stateOf(pc.world());
    const { told, err } = await install(pc, bundle, ...whose, "--yes");
    assert.equal(told!.treatments[0]!.remedies[0]!.outcome, "done", err);
    assert.equal(told!.remembered, true);
    assert.ok(stateOf(pc.world()) !== before);
    assert.deepEqual(ownFiles(pc.world()), []);
    const again = await install(pc, bundle, "--yes");
    assert.equal(again.code, 0, again.err);
    assert.deepEqual(
      [fates(again.told).nos, fates(again.told)["verisign-root"]],
      ["there", "there"],
    );
    const undone = await pc.jochi("undo", "--yes");
    assert.equal(undone.code, 0, undone.out + undone.err);
    assert.ok(stateOf(pc.world()) === before);
  });

  it("takes nothing of which it has not been told whose it is", async () => {
    const pc = fresh();
    const before = JSON.stringify(pc.world());
    const nobody = await install(pc, bundle, "--yes");
    assert.equal(nobody.code, 2);
    assert.match(nobody.err, new RegExp(side.fingerprint));
    const other = await install(pc, bundle, "--yes", "--fingerprint", "0".repeat(64));
    assert.equal(other.code, 1);
    const root = join(folder, "1.root.json");
    writeFileSync(root, side.root);
    assert.equal((await install(pc, bundle, "--dry-run", "--root", root)).code, 0);
    assert.ok(JSON.stringify(pc.world()) === before);
  });

  it("refuses a step back, also where it is only verified, and remembers nothing of it", async () => {
    const pc = fresh();
    await install(pc, bundle, ...whose, "--yes");
    const remembered = memoryOf(pc.world());
    assert.ok(remembered);
    const back = await install(pc, older, ...whose, "--yes");
    assert.equal(back.code, 1);
    const { accepted, code } = JSON.parse(back.out);
    assert.deepEqual([accepted, code], [false, "trust.rollback"]);
    assert.match(back.err, /older than one that this PC has already seen/);
    const verify = await pc.jochi("bundle", "verify", older, ...whose);
    assert.equal(verify.code, 1, verify.out);
    assert.match(verify.err, /older/);
    const unpack = await pc.jochi("bundle", "unpack", older, "--to", join(folder, "older"));
    assert.equal(unpack.code, 1, unpack.out);
    assert.ok(memoryOf(pc.world()) === remembered);
    assert.equal((await install(pc, bundle, "--dry-run")).code, 0);
  });

  it("goes, as a user, by what the whole PC and he himself have seen", async () => {
    const pc = fresh();
    await install(pc, bundle, ...whose, "--yes");
    const world = { ...pc.world(), elevated: false };
    const user = closedPc(folder, world);
    assert.match((await install(user, older, "--dry-run")).err, /older than one that this PC/);
    const alone = fresh(false);
    await install(alone, bundle, ...whose, "--yes");
    assert.match((await install(alone, older, "--dry-run")).err, /older than one that this PC/);
    // What either remembers counts: here the user has seen less than the whole PC.
    const first = fresh(false);
    await install(first, older, ...whose, "--yes");
    const admin = closedPc(folder, { ...first.world(), elevated: true });
    await install(admin, bundle, ...whose, "--yes");
    const both = closedPc(folder, { ...admin.world(), elevated: false });
    assert.match((await install(both, older, "--dry-run")).err, /older than one that this PC/);
    // What a user has written binds no administrator.
    const elevated = closedPc(folder, { ...alone.world(), elevated: true });
    assert.ok((await install(elevated, older, ...whose, "--dry-run")).told);
  });

  it("takes no damaged memory for none", async () => {
    const pc = fresh();
    await install(pc, bundle, ...whose, "--yes");
    const world = pc.world();
    const file = world.files.find(({ path }) => path.endsWith("bundles.json"))!;
    file.base64 = file.base64.slice(0, 400);
    const damaged = closedPc(folder, world);
    const ended = await install(damaged, bundle, ...whose, "--yes");
    assert.equal(ended.code, 1);
    assert.match(ended.err, /cannot be read/);
    assert.deepEqual(damaged.world(), world);
  });

  it("leaves programs to an administrator, and trusts a root for the user alone", async () => {
    const pc = fresh(false);
    const { told, code } = await install(pc, bundle, ...whose, "--yes");
    assert.equal(code, 1);
    const nos = told!.items.find(({ id }) => id === "nos")!;
    assert.deepEqual([nos.is, nos.owner], ["left", "pc-admin"]);
    const keys = JSON.stringify(pc.world().registry.find(({ name }) => name === "HKCU"));
    assert.match(keys, /"name":"Certificates","values":\[\],"keys":\[\{/);
    assert.deepEqual(ownFiles(pc.world()), []);
  });

  it("installs only what is named", async () => {
    const pc = fresh();
    const { told } = await install(pc, bundle, ...whose, "--yes", "--only", "verisign-root");
    assert.equal(fates(told).nos, "not-asked");
    assert.deepEqual(
      told!.treatments[0]!.remedies[0]!.changes.map(({ action }) => action),
      ["import-root"],
    );
    const unknown = await install(pc, bundle, "--dry-run", "--only", "nos,notepad");
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /not in the bundle: notepad; there are: globalsign-timestamp-root,/);
  });

  it("clears away what a run that was cut off has left", async () => {
    const world = withoutNos(side.installer);
    for (const name of ["installers\\old.exe", "certificates\\old.der"])
      world.files.push({ path: `C:\\Program Files\\Jochi\\unpacked\\${name}`, base64: "TVo=" });
    const pc = closedPc(folder, world);
    await install(pc, bundle, ...whose, "--dry-run");
    assert.equal(ownFiles(pc.world()).length, 2);
    await install(pc, bundle, ...whose, "--yes");
    assert.deepEqual(ownFiles(pc.world()), []);
  });

  it("begins nothing where it cannot remember the bundle", async () => {
    const world = withoutNos(side.installer);
    world.denied.push("%ProgramFiles%\\Jochi\\bundles.json");
    const pc = closedPc(folder, world);
    const { code, told } = await install(pc, bundle, ...whose, "--yes");
    assert.deepEqual([code, told!.treatments[0]!.remedies[0]!.outcome], [2, "not-begun"]);
    assert.ok(stateOf(pc.world()) === stateOf(closedPc(folder, world).world()));
  });

  it("says who has to act where a root may not be trusted any more, and what serves instead", async () => {
    const changed = join(folder, "distrusting");
    cpSync(guide.path, changed, { recursive: true });
    const { certificates } = loadGuide(changed, { cache: false });
    const [first] = certificates;
    first!.replacement = { text: { ko: "새 루트", en: "The new root" } };
    first!.candidates[0]!.distrusted = { since: "2026-01-01", note: { ko: "아님", en: "no" } };
    writeFileSync(join(changed, "certificates.yaml"), JSON.stringify({ certificates }));
    const { slipIn } = await import("./_slip-in.ts");
    const path = await slipIn(side, bundle, {
      guide: loadGuide(changed, { cache: false }),
      files: readGuideFolder(changed),
    });
    const pc = fresh();
    const { told, code } = await install(pc, path, ...whose, "--yes", "--only", "verisign-root");
    assert.equal(code, 1);
    const root = told!.items.find(({ id }) => id === "verisign-root")!;
    assert.deepEqual(
      [root.is, root.owner, root.replacement],
      ["refused", "provider", "The new root"],
    );
    assert.match(root.words!.join(), /has not trusted it any more since 2026-01-01/);
    assert.ok(stateOf(pc.world()) === stateOf(fresh().world()));
  });

  it("says so where the guide that came along cannot be read, and does nothing", async () => {
    const { slipIn } = await import("./_slip-in.ts");
    const broken = Buffer.from("schema: jochi.guide/9\n");
    const path = await slipIn(side, bundle, {
      guide: loadGuide(guide.path, { cache: false }),
      files: [{ kind: "guide", bytes: broken }],
    });
    const pc = fresh();
    const { code, told, err } = await install(pc, path, ...whose, "--yes");
    assert.equal(code, 1, err);
    assert.deepEqual(told!.items, []);
    assert.match(err, /guide\.yaml\n +The guide in the bundle cannot be used/);
    assert.ok(stateOf(pc.world()) === stateOf(fresh().world()));
  });

  it("is named as what finishes an installation that was cut off", async () => {
    const pc = fresh();
    const { signal } = await pc.killed(6, "bundle", "install", bundle, ...whose, "--yes");
    assert.equal(signal, "SIGKILL");
    const other = await pc.jochi("treat", "trusted-sites", "--yes");
    assert.equal(other.code, 2);
    assert.match(
      other.err,
      /interrupted: \S+-bundle-install; finish it with jochi bundle install,/,
    );
    const dry = await install(pc, bundle, "--dry-run");
    assert.equal(dry.code, 2, dry.out);
    const finished = await install(pc, bundle, "--yes");
    assert.match(finished.err, /Goes on with \S+-bundle-install/);
    assert.deepEqual(ownFiles(pc.world()), []);
  });

  it("has help that fits a terminal, in both languages", () => {
    const helps = [installText, unpackText].flatMap(({ ko, en }) => [ko.help, en.help]);
    for (const line of helps.join("\n").split("\n")) assert.ok(width(line) <= 80, line);
  });

  it("refuses bad words in one line", async () => {
    const pc = fresh();
    for (const [words, says] of [
      [[], /name the bundle/],
      [[bundle, "more"], /unexpected argument/],
      [[bundle, "--dry-run", "--yes"], /cannot be used together/],
      [[bundle, "--root", "x", ...whose], /either --root or --fingerprint/],
      [[bundle, "--fingerprint", "12"], /64 hexadecimal digits/],
      [[join(folder, "none")], /cannot be read/],
      [[folder], /not a plain file/],
    ] as [string[], RegExp][]) {
      const { code, err } = await pc.jochi("bundle", "install", ...words);
      assert.equal(code, 2, err);
      assert.match(err, says);
      assert.equal(err.trim().split("\n").length, 1, err);
    }
    const none = join(folder, "none.jochi");
    writeFileSync(none, "hello");
    assert.equal((await pc.jochi("bundle", "install", none)).code, 1);
    assert.ok(readFileSync(bundle).length > 0);
  });
});
