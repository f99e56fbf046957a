import type { BrokenPc, Found } from "./case.ts";
import { guideRoots, signerFile, stamperFile } from "./guide.ts";
import { at, folders, rootEntry } from "./healthy.ts";

/** Roots that are missing, past, or no longer trusted. */
const { signer, stamper, past } = guideRoots;
const without = (...roots: { sha1: string }[]) =>
  roots.map(({ sha1 }) => `[-${at.roots}\\${sha1}]\n`).join("");
const missing = (id: string): Found => ["certificate.missing", id, "pc-admin"];
/** The third of the guide's certificates has expired for everybody. */
const over = "certificate-expired";
const imports = { remedy: "certificate-window", refused: [over] };
const downloads = {
  [`${folders.downloads}\\${signerFile}`]: signer.der,
  [`${folders.downloads}\\${stamperFile}`]: stamper.der,
};

export const certificateCases: BrokenPc[] = [
  {
    name: "the root under which programs are signed is missing",
    registry: without(signer),
    bytes: downloads,
    finds: [missing("verisign-root")],
    treats: imports,
    always: true,
  },
  {
    name: "the root under which times are signed is missing, for an ordinary user",
    registry: without(stamper),
    bytes: downloads,
    ordinary: true,
    finds: [missing("globalsign-timestamp-root")],
    treats: imports,
  },
  {
    name: "all roots are missing",
    registry: without(signer, stamper),
    bytes: downloads,
    finds: [["certificate.missing", "verisign-root globalsign-timestamp-root", "pc-admin"]],
    treats: imports,
  },
  {
    name: "a root is missing, and its file is another certificate",
    registry: without(signer),
    bytes: { [`${folders.downloads}\\${signerFile}`]: past.der },
    finds: [missing("verisign-root")],
    treats: { ...imports, refused: [over, "certificate-other"] },
  },
  {
    name: "a root has expired",
    registry: without(stamper) + rootEntry(past.sha1, past.blob),
    bytes: downloads,
    finds: [["certificate.expired", "globalsign-timestamp-root", "pc-admin"]],
    treats: imports,
  },
  {
    name: "Windows is told not to trust a root",
    registry: rootEntry(stamper.sha1, stamper.blob, at.disallowed),
    bytes: downloads,
    finds: [["certificate.distrusted", "globalsign-timestamp-root", "provider"]],
    treats: { ...imports, refused: ["certificate-distrusted", over] },
  },
];
