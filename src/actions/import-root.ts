import { createHash } from "node:crypto";
import { isKnown, presentIn } from "../evidence/known.ts";
import type { Guide } from "../guide/guide.ts";
import type { RootCertificate } from "../machine/pc.ts";
import { nameText } from "../trust/name.ts";
import { type CertificateFacts, checkPin } from "../trust/pin.ts";
import {
  type Action,
  type Given,
  type Hands,
  isElevated,
  nothing,
  type Planned,
  refuse,
  together,
  unread,
} from "./action.ts";
import type { RunChange } from "./change.ts";
import { inFolder } from "./file-hash.ts";
import { copyOf } from "./own-folder.ts";

/**
 * Lets the PC trust the certificates of the step, each from a file that must be, byte by byte, one
 * of those that the guide pins by SHA-256. Expired ones and those that Windows has stopped trusting
 * are refused whatever the file is. As administrator it is trusted by the whole PC, else by this
 * user.
 *
 * Source: learn.microsoft.com, certutil -addstore, -delstore, -user.
 */
export const importRoot: Action = {
  id: "import-root",
  async plan(hands, given) {
    const wanted = given.guide.certificates.filter(({ id }) =>
      given.step.certificates?.includes(id),
    );
    const roots = await hands.machine.pc.rootCertificates();
    if (!isKnown(roots)) return unread(roots, wanted.map(({ file }) => file).join(", "));
    const known = presentIn(roots) ?? [];
    const parts: Planned[] = [];
    for (const one of wanted) parts.push(await importOne(hands, given, one, known));
    return together(parts);
  },
};

type Wanted = Guide["certificates"][number];
type Candidate = Wanted["candidates"][number];

const certificateBytesMax = 65_536;

async function importOne(
  hands: Hands,
  { files }: Given,
  wanted: Wanted,
  known: readonly RootCertificate[],
): Promise<Planned> {
  const { system } = hands.machine;
  const { file, candidates } = wanted;
  if (known.some((root) => !root.distrusted && candidates.some((one) => isIt(one, root))))
    return nothing;
  const today = new Date(hands.machine.now()).toISOString().slice(0, 10);
  const open = candidates.filter(({ sha256 }) => sha256 !== undefined);
  const usable = open.filter(
    ({ notAfter, distrusted }) => !distrusted && (notAfter === undefined || notAfter >= today),
  );
  if (usable.length === 0) return hopeless(wanted, today);
  if (files === undefined) return refuse("no-files-folder", file);

  const path = inFolder(files, file);
  const bytes = await system.readFile(path, certificateBytesMax);
  if (bytes.state === "absent") return refuse("file-missing", file, { file: path });
  if (bytes.state !== "found") return unread(bytes, file);
  const answers = usable.map(({ sha256 }) => checkPin(bytes.value, sha256!));
  const match = answers.find((answer) => answer.is === "match");
  if (!match) {
    const other = answers.find((answer) => answer.is === "other");
    if (!other) return refuse("certificate-malformed", file, { file: path });
    return refuse("certificate-other", file, { file: path, fingerprint: other.facts.sha256 });
  }
  const { facts } = match;
  if (!facts.selfSigned)
    return refuse("certificate-other", file, { file: path, fingerprint: facts.sha256 });
  if (facts.notAfter < hands.machine.now())
    return refuse("certificate-expired", file, { day: facts.notAfter });
  if (facts.notBefore > hands.machine.now())
    return refuse("certificate-not-yet-valid", file, { day: facts.notBefore });
  if (known.some(({ sha256, distrusted }) => distrusted && sha256 === facts.sha256))
    return refuse("certificate-distrusted", file);
  // Of the very bytes that were compared: the file may be another one by now.
  const sha256 = createHash("sha256").update(bytes.value).digest("hex");
  const user = !(await isElevated(hands));
  return { changes: [change(path, sha256, facts, user, wanted.id)], refused: [] };
}

const isIt = ({ sha256, sha1 }: Candidate, root: RootCertificate) =>
  sha256 !== undefined ? root.sha256 === sha256 : sha1 !== undefined && root.sha1 === sha1;

/** None of the certificates that it may be is one that may be trusted. */
function hopeless({ file, candidates }: Wanted, today: string): Planned {
  const expired = candidates.find(({ notAfter }) => notAfter !== undefined && notAfter < today);
  if (expired) return refuse("certificate-expired", file, { day: expired.notAfter! });
  if (candidates.some(({ distrusted }) => distrusted))
    return refuse("certificate-distrusted", file);
  return refuse("no-pin", file);
}

function change(
  path: string,
  sha256: string,
  facts: CertificateFacts,
  user: boolean,
  purpose: string,
): RunChange {
  const program = "%SystemRoot%\\System32\\certutil.exe";
  const whose = user ? ["-user"] : [];
  // A user has no folder that whatever runs for him cannot write to; Windows asks him itself.
  const copy = user ? undefined : copyOf(path, sha256);
  const sha1 = facts.sha1.toUpperCase();
  const hive = user ? "HKCU" : "HKLM";
  const subject = nameText(facts.subject);
  return {
    kind: "run",
    program,
    args: [...whose, "-addstore", "Root", copy ?? path],
    files: [{ path, sha256, ...(copy !== undefined && { copy }) }],
    timeoutMs: 120_000,
    // Windows asks a user in a window of its own before it trusts for him.
    visible: user,
    done: {
      sign: "key",
      path: `${hive}\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates\\${sha1}`,
      there: true,
    },
    back: { way: "run", program, args: [...whose, "-delstore", "Root", sha1] },
    kept: [],
    about: [
      { key: user ? "treat.about.root-user" : "treat.about.root-machine", with: { subject } },
      {
        key: "treat.about.root-validity",
        with: { from: facts.notBefore, to: facts.notAfter, uses: facts.uses.join(", ") },
      },
      {
        key: "treat.about.root-purpose",
        // The guide has the words; whoever shows them has the guide.
        with: { purpose },
      },
      { key: "treat.about.root-sha256", with: { fingerprint: facts.sha256 } },
    ],
  };
}
