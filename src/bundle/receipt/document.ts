import { version } from "../../evidence/version.ts";
import type { Block, Cell, GuideDocument, Section } from "../../report/guide/document.ts";
import { plain } from "../../text/plain.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { dayOf } from "../pins/certificate.ts";
import { faultWords } from "../said.ts";
import type { Verified } from "../verify.ts";
import { contentsSection, missingSection, sizeWords } from "./contents.ts";
import type { ReceiptGiven } from "./given.ts";

/** The receipt for whoever lets a bundle in: its verdict first, then what that rests on. */
export function receiptDocument(given: ReceiptGiven, lang: Lang): GuideDocument {
  const { at, result } = given;
  const verified = result.is === "verified" ? result.verified : undefined;
  const when = `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return {
    lang,
    title: say(lang, "bundle.receipt.title"),
    lead: [...verdictLines(given, lang), say(lang, "bundle.receipt.when", { when, version })],
    sections: [
      fileSection(given, lang),
      checkedSection(given, lang),
      ...(verified ? [keysSection(verified, lang)] : []),
      contentsSection(verified, lang),
      ...(verified && verified.plan.missing.length > 0 ? [missingSection(verified, lang)] : []),
      notSection(lang),
    ],
  };
}

/** One sentence that says whether to use it; then what else must be known at once. */
export function verdictLines({ result }: ReceiptGiven, lang: Lang): string[] {
  if (result.is === "refused")
    return [say(lang, "bundle.receipt.bad", { why: faultWords(result.fault, lang) })];
  const { trust, artefacts, refused } = result.verified;
  const files = new Set(refused.map(({ name }) => name)).size;
  const unsure = artefacts.flatMap(({ checks }) => checks).filter(({ is }) => is === "cannot-tell");
  const word = trust === "first-seen" ? "nobody" : files > 0 ? "part" : "good";
  const count = word === "part" ? files : artefacts.length;
  return [
    say(lang, `bundle.receipt.${word}`, { count }),
    ...(unsure.length > 0 ? [say(lang, "bundle.receipt.unsure", { count: unsure.length })] : []),
  ];
}

function fileSection({ file, result }: ReceiptGiven, lang: Lang): Section {
  const facts: [string, string][] = [
    [say(lang, "bundle.receipt.name"), plain(file.name)],
    [say(lang, "bundle.receipt.size"), sizeWords(file.bytes, lang)],
    ["SHA-256", file.sha256],
  ];
  if (result.is === "verified") {
    const { plan } = result.verified;
    const guides = plan.guides.map(({ id, edition }) => `${id}@${edition}`).join(", ");
    facts.push([say(lang, "bundle.receipt.made"), plan.createdOn]);
    facts.push([say(lang, "bundle.receipt.guides"), guides]);
  }
  return section("file", "bundle.receipt.file", lang, [{ kind: "facts", facts }]);
}

type Answer = "yes" | "no" | "cannot-tell";

function checkedSection({ result }: ReceiptGiven, lang: Lang): Section {
  const row = (what: string, is: Answer, because: string): Cell[] =>
    [say(lang, `bundle.receipt.${what}`), say(lang, `bundle.receipt.${is}`), because].map(cell);
  const table = (rows: Cell[][]): Block => ({
    kind: "table",
    caption: "",
    head: ["what", "result", "because"].map((word) => say(lang, `bundle.receipt.${word}`)),
    rows,
  });
  if (result.is === "refused") {
    const { code } = result.fault;
    const rows = [
      ...(code.startsWith("container.")
        ? []
        : [row("form", "yes", say(lang, "bundle.receipt.form.yes"))]),
      row(whereStopped(code), "no", faultWords(result.fault, lang)),
    ];
    const stopped: Block = { kind: "text", text: say(lang, "bundle.receipt.stopped") };
    return section("checked", "bundle.receipt.checked", lang, [table(rows), stopped]);
  }
  const { trust, root, roles, artefacts, clockBehind, judgedAt } = result.verified;
  const whose = [`bundle.trust.${trust}`, ...(root.version > 1 ? ["bundle.root.changed"] : [])];
  const first = Math.min(...roles.map(({ expires }) => expires));
  const said = (word: string, gaps = {}) => say(lang, `bundle.receipt.${word}`, gaps);
  const compared: Answer = trust === "known" ? "yes" : "cannot-tell";
  const rows = [
    row("form", "yes", said("form.yes")),
    row(
      "whose",
      trust === "first-seen" ? "cannot-tell" : "yes",
      whose.map((key) => say(lang, key)).join(" "),
    ),
    row("signed", "yes", said("signed.yes", { count: roles.length })),
    row("ends", "yes", said("ends.yes", { day: dayOf(first) })),
    row("older", compared, said(`older.${compared}`)),
    row("nothing-else", "yes", said("nothing-else.yes")),
    row("bytes-same", "yes", said("bytes-same.yes", { count: artefacts.length })),
  ];
  const clock: Block[] = clockBehind
    ? [{ kind: "warning", text: say(lang, "bundle.clock-behind", { day: dayOf(judgedAt) }) }]
    : [];
  return section("checked", "bundle.receipt.checked", lang, [table(rows), ...clock]);
}

/** Which line of the table a refusal is about. */
function whereStopped(code: string): string {
  if (code === "container.checksum") return "bytes-same";
  if (code.startsWith("container.")) return "form";
  if (code.startsWith("root.")) return "whose";
  if (code.startsWith("signature.") || code.startsWith("delegation.")) return "signed";
  if (code === "trust.expired") return "ends";
  if (["trust.rollback", "trust.same-version", "trust.state-damaged"].includes(code))
    return "older";
  if (code === "entry.stray") return "nothing-else";
  return code.startsWith("entry.") || code.startsWith("plan.") ? "bytes-same" : "signed";
}

/** Each key has a letter, so that the parts below need not repeat its long number. */
function keysSection({ root, roles }: Verified, lang: Lang): Section {
  const said = (word: string, gaps = {}) => say(lang, `bundle.receipt.${word}`, gaps);
  const facts: Block = {
    kind: "facts",
    facts: [
      [said("root"), root.sha256],
      [said("version"), String(root.version)],
      ...root.keys.map(({ keyid }, at): [string, string] => [
        said("key", { name: nameOf(at) }),
        keyid,
      ]),
    ],
  };
  const letters = new Map(root.keys.map(({ keyid }, at) => [keyid, nameOf(at)]));
  const rows = roles.map(({ name, version: own, expires, threshold, signedBy }): Cell[] =>
    [
      said(`role.${name}`),
      said("of", { signed: signedBy.length, needed: threshold }),
      signedBy.map((keyid) => letters.get(keyid) ?? keyid).join(", "),
      dayOf(expires),
      String(own),
    ].map(cell),
  );
  const head = ["role", "needed", "signers", "until", "version"].map((word) => said(word));
  const table: Block = { kind: "table", caption: "", head, rows };
  return section("keys", "bundle.receipt.keys", lang, [facts, table]);
}

/** A, B, … Z, then by number. */
const nameOf = (at: number) => (at < 26 ? String.fromCharCode(65 + at) : String(at + 1));

const notVouched = ["harmless", "people", "source", "revoked", "root", "clock", "later"];

function notSection(lang: Lang): Section {
  const items = notVouched.map((word) => say(lang, `bundle.receipt.not.${word}`));
  return section("not", "bundle.receipt.not", lang, [{ kind: "list", items }]);
}

function section(id: string, title: string, lang: Lang, blocks: Block[]): Section {
  return { id, title: say(lang, title), blocks, sections: [] };
}

const cell = (text: string): Cell => ({ lines: [text] });
