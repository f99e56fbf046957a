import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import type { RefusalCode } from "../../src/actions/action.ts";
import { prepare } from "../../src/doctor/prepare.ts";
import type { Guide } from "../../src/guide/guide.ts";
import type { SystemWorld } from "../../src/machine/memory/system-world.ts";
import { day, family, make, now } from "../../src/trust/stage/authority.ts";
import { signedPe } from "../../src/trust/stage/sign.ts";
import { treatNow, undoAll } from "./_crash.ts";
import { bytesOf, patient, windowsPc } from "./_patient.ts";
import { filesFolder, pinnedGuide, remedyOf, withInstaller } from "./_pins.ts";

/** What is let in only where it is, byte by byte or by its signer, what the guide pins. */
const long = { from: now - 400 * day, to: now + 400 * day, authority: true };
const own = make({ name: "Own Root", ...long });
const other = make({ name: "Own Root", ...long });
const expired = make({ name: "Old Root", ...long, to: now - 100 * day });
const early = make({ name: "Next Root", ...long, from: now + day });
const issued = make({ name: "No Root", ...long, issuer: own });
const { root, issuer, leaf } = family();

const certificateFile = "verisign_root.der";
const store = "Software\\Microsoft\\SystemCertificates\\Root\\Certificates";
const certutil = "C:\\Windows\\System32\\certutil.exe";

function withFile(name: string, bytes: Uint8Array, changes: Partial<SystemWorld> = {}) {
  const world = windowsPc(changes);
  world.files.push({
    path: `${filesFolder}\\${name}`,
    base64: Buffer.from(bytes).toString("base64"),
  });
  return world;
}

const guideFor = (made: typeof own) => pinnedGuide({ sha256: made.certificate.sha256 });
const importing = remedyOf("import-root");

async function refusedWith(
  world: SystemWorld,
  guide: Guide,
  code: RefusalCode,
  files = filesFolder,
) {
  const { machine } = patient({ world });
  const { entries, refused } = await prepare({ machine }, guide, importing, files);
  assert.deepEqual(entries, []);
  assert.deepEqual(
    refused.map((each) => each.code),
    [code],
  );
}

describe("a root certificate", () => {
  for (const elevated of [true, false]) {
    test(`is imported where it is the pinned one, ${elevated ? "for the PC" : "for the user"}, and taken out again`, async () => {
      const world = withFile(certificateFile, own.certificate.der, { elevated });
      const { machine, system } = patient({ world });
      const start = bytesOf(system.world());
      const { prepared, treated } = await treatNow(machine, guideFor(own), importing, filesFolder);
      assert.equal(treated?.outcome, "done");
      const told = prepared.entries[0]!.change.about.map(({ key }) => key);
      assert.deepEqual(told, [
        `treat.about.root-${elevated ? "machine" : "user"}`,
        "treat.about.root-validity",
        "treat.about.root-purpose",
        "treat.about.root-sha256",
      ]);
      const roots = await machine.pc.rootCertificates();
      const found = roots.state === "found" ? roots.value.map(({ sha256 }) => sha256) : [];
      assert.deepEqual(found, [own.certificate.sha256]);
      await undoAll(machine);
      const left = JSON.parse(bytesOf(system.world())) as SystemWorld;
      const key = `${elevated ? "HKLM" : "HKCU"}\\${store}`;
      const certificates = await system.readKey(key);
      // Windows' own program leaves the empty store, as it would be on any PC.
      assert.deepEqual(certificates.state === "found" && certificates.value.keys, []);
      assert.deepEqual(left.files, (JSON.parse(start) as SystemWorld).files);
    });
  }

  test("that stands in the store already is left alone", async () => {
    const world = withFile(certificateFile, own.certificate.der, { elevated: true });
    const first = patient({ world });
    await treatNow(first.machine, guideFor(own), importing, filesFolder);
    const again = await prepare(first, guideFor(own), importing, filesFolder);
    assert.deepEqual([again.entries, again.refused], [[], []]);
  });

  test("with another fingerprint is refused, and shown", () =>
    refusedWith(
      withFile(certificateFile, other.certificate.der),
      guideFor(own),
      "certificate-other",
    ));
  test("that has expired is refused", () =>
    refusedWith(
      withFile(certificateFile, expired.certificate.der),
      guideFor(expired),
      "certificate-expired",
    ));
  test("that is not valid yet is refused", () =>
    refusedWith(
      withFile(certificateFile, early.certificate.der),
      guideFor(early),
      "certificate-not-yet-valid",
    ));
  test("that another has issued is no root", () =>
    refusedWith(
      withFile(certificateFile, issued.certificate.der),
      guideFor(issued),
      "certificate-other",
    ));
  test("that is no certificate is refused", () =>
    refusedWith(
      withFile(certificateFile, Buffer.from("hello")),
      guideFor(own),
      "certificate-malformed",
    ));
  test("whose file is not there is said so", () =>
    refusedWith(windowsPc(), guideFor(own), "file-missing"));
  test("that Windows has stopped trusting is refused whatever the file is", () => {
    const guide = guideFor(own);
    const note = { ko: "가", en: "a" };
    guide.certificates[0]!.candidates[0]!.distrusted = { since: "2021-02-01", note };
    return refusedWith(
      withFile(certificateFile, own.certificate.der),
      guide,
      "certificate-distrusted",
    );
  });
  test("that the guide does not pin by SHA-256 is refused", () => {
    const guide = guideFor(own);
    delete guide.certificates[0]!.candidates[0]!.sha256;
    return refusedWith(withFile(certificateFile, own.certificate.der), guide, "no-pin");
  });

  test("is not believed to be there because a program says so", async () => {
    const world = withFile(certificateFile, own.certificate.der, {
      elevated: true,
      programs: [{ path: certutil, code: 0, effects: [] }],
    });
    const { machine, system } = patient({ world });
    const start = bytesOf(system.world());
    const { treated } = await treatNow(machine, guideFor(own), importing, filesFolder);
    assert.equal(treated?.outcome, "rolled-back");
    assert.equal(treated.failure, "not-seen");
    assert.equal(bytesOf(system.world()), start);
  });

  test("that is exchanged between preview and import is refused", async () => {
    const world = withFile(certificateFile, own.certificate.der, { elevated: true });
    const { machine, system } = patient({ world });
    const { treat } = await import("../../src/doctor/treat.ts");
    const { openJournals } = await import("../../src/doctor/journal.ts");
    const guide = guideFor(own);
    const prepared = await prepare({ machine }, guide, importing, filesFolder);
    await system.writeFile(`${filesFolder}\\${certificateFile}`, other.certificate.der);
    const journals = openJournals(system);
    const { signal } = new AbortController();
    const treated = await treat(prepared, { machine, guide, journals, signal });
    assert.deepEqual([treated.outcome, treated.failure], ["rolled-back", "file-changed"]);
  });
});

describe("a file that is exchanged while it is looked at", () => {
  const path = `${filesFolder}\\${certificateFile}`;
  const world = () => withFile(certificateFile, own.certificate.der, { elevated: true });

  test("is not what a preview of a root agrees to", async () => {
    const { machine, system } = patient({ world: world() });
    let reads = 0;
    const readFile: typeof system.readFile = async (file, most) => {
      const read = await system.readFile(file, most);
      if (file === path && reads++ === 0) await system.writeFile(path, other.certificate.der);
      return read;
    };
    const swapping = { ...machine, system: { ...system, readFile } };
    const { treated } = await treatNow(swapping, guideFor(own), importing, filesFolder);
    assert.equal(treated?.failure, "file-changed");
  });

  test("is not what is imported: a copy is, where nobody else may write", async () => {
    const { machine, system } = patient({ world: world() });
    const run: typeof system.run = async (program, args, limits) => {
      await system.writeFile(path, other.certificate.der);
      return system.run(program, args, limits);
    };
    const swapping = { ...machine, system: { ...system, run } };
    const { treated } = await treatNow(swapping, guideFor(own), importing, filesFolder);
    assert.equal(treated?.outcome, "done");
    const roots = await machine.pc.rootCertificates();
    const found = roots.state === "found" ? roots.value.map(({ sha256 }) => sha256) : [];
    assert.deepEqual(found, [own.certificate.sha256]);
    assert.ok(system.world().files.every((file) => !file.path.includes("checked")));
  });
});

describe("an installer", () => {
  const installing = remedyOf("install-program");
  const good = signedPe({ signer: leaf, along: [issuer] });
  const publisher = { subject: "Example Software", issuer: "Test Code CA" };

  async function planned(bytes: Uint8Array, pins: object, elevated = true) {
    const first = withFile("root.der", root.certificate.der, { elevated: true });
    const { system } = patient({ world: first });
    await system.run(
      "%SystemRoot%\\System32\\certutil.exe",
      [...["-addstore", "Root", `${filesFolder}\\root.der`]],
      { timeoutMs: 1_000, maxBytes: 1_000 },
    );
    const world = withInstaller({ ...system.world(), elevated }, bytes);
    const guide = pinnedGuide();
    const { download } = guide.programs[0]!;
    delete download!.sha256;
    Object.assign(download!, pins);
    const { machine } = patient({ world });
    const prepared = await prepare({ machine }, guide, installing, filesFolder);
    const [refused] = prepared.refused;
    const reason = refused?.with.reason;
    return prepared.entries.length > 0
      ? "planned"
      : [refused?.code, ...(reason === undefined ? [] : [reason])].join(" ");
  }

  const sha256 = [createHash("sha256").update(good).digest("hex")];
  const tampered = Buffer.from(good);
  tampered[2] = tampered[2]! ^ 1;
  const resigned = signedPe({ signer: family("ec", "Somebody Else").leaf, along: [] });
  const stranger = family("ec", "Example Software");
  const foreignRoot = signedPe({ signer: stranger.leaf, along: [stranger.issuer, stranger.root] });
  const cases: [string, Uint8Array, object, string][] = [
    ["signed by the pinned publisher is started", good, { publisher }, "planned"],
    ["with the pinned hash is started", good, { sha256 }, "planned"],
    ["with both is started", good, { sha256, publisher }, "planned"],
    ["without a pin is not", good, {}, "no-pin"],
    [
      "with another hash is not, however it is signed",
      tampered,
      { sha256, publisher },
      "wrong-hash",
    ],
    ["that was changed is not", tampered, { publisher }, "signature-refused digest-mismatch"],
    [
      "of another publisher is not",
      good,
      { publisher: { subject: "INCA Internet Co.,Ltd." } },
      "signature-refused wrong-publisher",
    ],
    [
      "of another authority is not",
      good,
      { publisher: { ...publisher, issuer: "DigiCert" } },
      "signature-refused wrong-issuer",
    ],
    ["without a signature is not", Buffer.from("MZ"), { publisher }, "signature-refused malformed"],
    [
      "signed anew by somebody else is not",
      resigned,
      { publisher },
      "signature-refused chain-incomplete",
    ],
    [
      "whose root this PC does not have is not",
      foreignRoot,
      { publisher },
      "signature-refused untrusted-root",
    ],
  ];
  for (const [name, bytes, pins, wanted] of cases) {
    test(name, async () => assert.equal(await planned(bytes, pins), wanted));
  }

  test("that is another one when its signature is looked at is not started", async () => {
    const first = withFile("root.der", root.certificate.der, { elevated: true });
    const { machine, system } = patient({ world: withInstaller(first, tampered) });
    await system.run(certutil, ["-addstore", "Root", `${filesFolder}\\root.der`], {
      timeoutMs: 1_000,
      maxBytes: 1_000,
    });
    const file = `${filesFolder}\\nos_setup.exe`;
    let reads = 0;
    const readPart: typeof system.readPart = async (path, offset, length) => {
      const read = await system.readPart(path, offset, length);
      // The first time it is read for its hash, and what is started is what has that hash.
      if (path === file && reads++ === 0) await system.writeFile(file, good);
      return read;
    };
    const guide = pinnedGuide();
    delete guide.programs[0]!.download!.sha256;
    guide.programs[0]!.download!.publisher = publisher;
    const swapping = { ...machine, system: { ...system, readPart } };
    const prepared = await prepare({ machine: swapping }, guide, installing, filesFolder);
    assert.deepEqual(prepared.entries, []);
    assert.equal(prepared.refused[0]?.code, "signature-refused");
  });

  test("is left to an administrator", async () =>
    assert.equal(await planned(good, { publisher }, false), "needs-admin"));
});
