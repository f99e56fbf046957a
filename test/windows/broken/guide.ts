import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadGuide } from "../../../src/guide/load.ts";
import { ownPath } from "../../../src/own/files.ts";
import { day, type Made, make } from "../../../src/trust/stage/authority.ts";
import { rootBlob, thumbprint } from "../stage/root-blob.ts";

/**
 * The transfer guide, with certificates in place of those of which nobody here has the bytes, and with
 * Edge and Chrome among the browsers, so that their own settings count as well.
 */
const now = Date.now();
const signer = make({ name: "Jochi Test Signing Root", authority: true, to: now + 4_000 * day });
const stamper = make({ name: "Jochi Test Stamping Root", authority: true, to: now + 4_000 * day });
const past = make({
  name: "Jochi Test Old Root",
  authority: true,
  from: now - 4_000 * day,
  to: now - 30 * day,
});

const stored = ({ certificate }: Made) => ({
  sha1: thumbprint(certificate.der),
  blob: rootBlob(certificate.der),
  der: certificate.der,
});

/** What the guide's three files hold; the one in the middle has expired in the guide itself. */
export const guideRoots = {
  signer: stored(signer),
  stamper: stored(stamper),
  past: stored(past),
  stored: [stored(signer), stored(stamper)],
  made: signer,
};

export const signerFile = "verisign_root.der";
export const stamperFile = "globalsign_timestamp_root.der";

/** The guide as a folder, which whoever asked for it takes away again. */
export function guideFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "jochi-broken-guide-"));
  cpSync(ownPath("guides/bankpay-transfer/2018.11"), path, { recursive: true });
  const { browsers, popups, localNetwork, toolbars, certificates } = loadGuide(
    "bankpay-transfer@2018.11",
  );
  const [first] = browsers;
  for (const browser of ["edge", "chrome"] as const)
    browsers.push({ ...first!, id: browser, browser, minimumVersion: 100 });
  const [verisign, , globalsign] = certificates;
  verisign!.candidates = [candidate(signer)];
  globalsign!.candidates = [candidate(stamper), candidate(past)];
  const put = (name: string, data: object) =>
    writeFileSync(join(path, `${name}.yaml`), JSON.stringify(data));
  put("browsers", { browsers, popups, localNetwork, toolbars });
  put("certificates", { certificates });
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function candidate({ certificate }: Made) {
  return {
    subject: certificate.subject.find(({ type }) => type === "CN")?.value ?? "",
    sha256: certificate.sha256,
    certainty: "inferred" as const,
    source: "jochi",
    verifiedOn: "2026-11-26",
  };
}
