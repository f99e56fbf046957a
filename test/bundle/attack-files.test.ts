import assert from "node:assert/strict";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { canonicalBytes } from "../../src/bundle/metadata/canonical.ts";
import { day, family, make } from "../../src/trust/stage/authority.ts";
import { signedPe } from "../../src/trust/stage/sign.ts";
import { fate, type Loose, refit, resign } from "./_forge.ts";
import { sceneIn, sha256 } from "./_scene.ts";
import { guideIn, now, today, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { people, both, honest, seen, changed } = await sceneIn(folder);

describe("files that were signed and yet are not to be used", () => {
  /** Both signers let a file in that is not what the guide asks for. */
  const slippedIn = (
    name: string,
    role: string,
    file: Buffer,
    change: (target: Loose) => void = () => {},
  ) =>
    changed((e) => {
      e.set(name, file);
      resign(e, `metadata/${role}.json`, both, (signed) => {
        const target = signed.targets[name];
        Object.assign(target, { length: file.length, hashes: { sha256: sha256(file) } });
        change(target);
      });
      refit(e, both);
    });

  it("an installer with the stolen but valid certificate of another company", async () => {
    const stolen = family("ec", "Innocent Software Ltd.");
    const file = signedPe({ signer: stolen.leaf, along: [stolen.issuer] });
    const roots = [...seen.roots!, stolen.root.certificate];
    const bytes = slippedIn("installers/setup.exe", "installers", file);
    assert.equal(await fate(bytes, { ...seen, roots }), "wrong-publisher");
    // Where the authority is not known here, the names alone are enough to refuse it.
    assert.equal(await fate(bytes, seen), "wrong-publisher");
    const renamed = slippedIn("installers/setup.exe", "installers", file, ({ custom }) => {
      custom.publisher = { subject: "Innocent Software Ltd.", issuer: "Test Code CA" };
    });
    assert.equal(await fate(renamed, { ...seen, roots }), "guide-other-publisher");
  });

  it("an installer by the right publisher, changed after it was signed", async () => {
    const file = Buffer.from(honest.get("installers/setup.exe")!);
    file[0x210]! ^= 1;
    assert.equal(
      await fate(slippedIn("installers/setup.exe", "installers", file), seen),
      "digest-mismatch",
    );
  });

  it("a certificate that has expired, is another one, or is no root", async () => {
    const old = make({
      name: "Example Payments Root",
      authority: true,
      from: now - 900 * day,
      to: now - day,
    });
    const other = make({ name: "Other Root", authority: true });
    const name = "certificates/root.der";
    assert.equal(
      await fate(slippedIn(name, "certificates", Buffer.from(other.certificate.der)), seen),
      "certificate-other",
    );
    const pinned = (made: typeof old) =>
      slippedIn(name, "certificates", Buffer.from(made.certificate.der), ({ custom }) => {
        custom.certificate.sha256 = made.certificate.sha256;
      });
    assert.match(await fate(pinned(old), seen), /certificate-expired/);
    assert.match(await fate(pinned(other), seen), /guide-other/);
    assert.match(await fate(pinned(people.signer), seen), /not-a-root/);
  });

  it("a file that was to be used until a day that has passed", async () => {
    const file = honest.get("installers/setup.exe")!;
    const bytes = slippedIn("installers/setup.exe", "installers", file, ({ custom }) => {
      custom.expires = "2026-11-25";
    });
    assert.equal(await fate(bytes, seen), "file-expired");
  });

  it("a certificate that is no longer trusted, as the guide in the bundle says", async () => {
    const distrusted = guideIn(
      join(folder, "distrusting"),
      {
        certificates: `- { subject: R, sha256: "${people.root.certificate.sha256}", distrusted: { since: 2026-01-01, note: { ko: 아님, en: no } }, source: own, verifiedOn: ${today} }`,
      },
      people.root,
    );
    const bytes = changed((e) => {
      for (const { kind, bytes: file } of distrusted.files) {
        const name = `guides/test-payment/2026.11/${kind}.yaml`;
        e.set(name, Buffer.from(file));
        resign(e, "metadata/guides.json", both, (signed) => {
          Object.assign(signed.targets[name], {
            length: file.length,
            hashes: { sha256: sha256(file) },
          });
        });
      }
      refit(e, both);
    });
    assert.equal(await fate(bytes, seen), "distrusted");
  });

  it("a plan that names other files than are listed", async () => {
    const plan = JSON.parse(honest.get("plan.json")!.toString());
    for (const change of [
      (p: Loose) => p.files.pop(),
      (p: Loose) => p.guides.push({ id: "other", edition: "2026" }),
      (p: Loose) => {
        p.missing = [{ kind: "installer", guide: "other@2026", id: "x", why: "not-given" }];
      },
      (p: Loose) => p.files.push({ name: "installers/x.exe", kind: "installer" }),
      (p: Loose) => {
        p.files.find((f: Loose) => f.kind === "installer").id = "other";
      },
    ]) {
      const copy = structuredClone(plan);
      change(copy);
      const bytes = slippedIn("plan.json", "targets", canonicalBytes(copy));
      assert.equal(await fate(bytes, seen), "plan.disagrees");
    }
  });
});
