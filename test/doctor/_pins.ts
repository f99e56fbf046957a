import { createHash } from "node:crypto";
import type { Remedy } from "../../src/doctor/prepare.ts";
import type { Guide } from "../../src/guide/guide.ts";
import { loadGuide } from "../../src/guide/load.ts";
import type { ActionId } from "../../src/guide/schema/action.ts";
import type { Step } from "../../src/guide/schema/remedy.ts";
import type { SystemWorld } from "../../src/machine/memory/system-world.ts";
import { make } from "../../src/trust/stage/authority.ts";

/** What the guide pins, with files that are just that. */
export const filesFolder = "C:\\jochi-files";
export const installer = Buffer.from("MZ an installer", "latin1");

/** A root that is valid on every clock that a test may run by. */
const ownRoot = make({
  name: "Own Root",
  authority: true,
  from: Date.UTC(2020, 0, 1),
  to: Date.UTC(2100, 0, 1),
}).certificate;

/** The transfer guide, with pins that a test can fulfil. */
export function pinnedGuide(certificate: { sha256: string } = ownRoot): Guide {
  const guide = structuredClone(loadGuide("bankpay-transfer@2018.11"));
  for (const { download } of guide.programs) {
    if (!download) continue;
    delete download.publisher;
    download.sha256 = [createHash("sha256").update(installer).digest("hex")];
  }
  const [first] = guide.certificates;
  first!.candidates = [{ subject: "CN=Test", sha256: certificate.sha256 }];
  guide.certificates = [first!];
  return guide;
}

/** One step for each action that changes something, on what the transfer guide has for it. */
export const steps: Partial<Record<ActionId, Partial<Step>>> = {
  "trust-sites": { sites: ["lgcns", "bankpay"] },
  "allow-popups": { popups: ["payment-popup"] },
  "clear-cache": {},
  "reset-browser": {},
  "remove-program": { programs: ["nos", "ipinside"], toolbars: ["altoolbar"] },
  "install-program": { programs: ["nos"] },
  "import-root": { certificates: ["verisign-root"] },
  "hosts-entry": {
    hosts: [
      { address: "127.0.0.1", name: "pfs.nprotect.com" },
      { address: "203.175.190.10", name: "www.bankpay.or.kr" },
    ],
  },
  "allow-local-network": { localNetwork: ["local-programs"] },
  "bypass-proxy": { names: ["127.0.0.1", "localhost"] },
  "start-service": { programs: ["nos", "ipinside"] },
  "open-settings": { settings: "date-and-time" },
};

/** A remedy of that one step, which verifies nothing, so that only its changes are looked at. */
export function remedyOf(...ids: ActionId[]): Remedy {
  return {
    id: `test-${ids[0]}`,
    title: { ko: "시험", en: "Test" },
    owner: "user",
    minutes: 1,
    automatic: true,
    steps: ids.map((action) => ({ ...steps[action], action, text: { ko: "시험", en: "Test" } })),
    verifies: [],
  };
}

/** The same PC with the certificate file that the pinned guide means. */
export function withOwnRoot(world: SystemWorld): SystemWorld {
  const base64 = Buffer.from(ownRoot.der).toString("base64");
  world.files.push({ path: `${filesFolder}\\verisign_root.der`, base64 });
  return world;
}

/** The same PC with this file as the installer of NOS. */
export function withInstaller(world: SystemWorld, bytes: Uint8Array): SystemWorld {
  const path = `${filesFolder}\\nos_setup.exe`;
  const files = world.files.filter((each) => each.path !== path);
  return { ...world, files: [...files, { path, base64: Buffer.from(bytes).toString("base64") }] };
}
