import type { Guide } from "../../guide/guide.ts";
import type { Block, Section } from "../../report/guide/document.ts";
import { plain } from "../../text/plain.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import type { CertificatePin, InstallerPin } from "../pin.ts";
import { guideName } from "../pins/guide.ts";
import type { Missing } from "../plan.ts";
import { checkWords } from "../said.ts";
import type { Artefact, Verified } from "../verify.ts";

type Fact = [name: string, value: string];

/** Every file: whose it is, what it is for, from where, and what was found. */
export function contentsSection(verified: Verified | undefined, lang: Lang): Section {
  const said = (word: string) => say(lang, `bundle.receipt.${word}`);
  const title = said("contents");
  if (!verified) {
    const blocks: Block[] = [{ kind: "text", text: said("nothing-told") }];
    return { id: "contents", title, blocks, sections: [] };
  }
  const { artefacts, guides } = verified;
  const own = artefacts.filter(({ kind }) => kind !== "guide" && kind !== "page");
  const texts = artefacts.filter((one) => !own.includes(one));
  return {
    id: "contents",
    title,
    blocks: [],
    sections: [
      ...own.map((file, at) => fileSection(file, at, guides, lang)),
      ...(texts.length > 0 ? [textsSection(texts, lang)] : []),
    ],
  };
}

function fileSection(file: Artefact, at: number, guides: readonly Guide[], lang: Lang): Section {
  const said = (word: string, gaps = {}) => say(lang, `bundle.receipt.${word}`, gaps);
  const { pin, name, size, sha256, checks } = file;
  const kind = say(lang, `bundle.kind.${file.kind}`);
  const title = "title" in pin ? `${kind}: ${picked(pin.title, lang)}` : kind;
  const facts: Fact[] = [
    [said("use"), said(`use.${verdictOf(file)}`)],
    [said("name"), plain(name)],
    [said("size"), sizeWords(size, lang)],
    ["SHA-256", sha256],
  ];
  if (pin.kind === "installer") facts.push(...installerFacts(pin, lang));
  if (pin.kind === "certificate") facts.push(...certificateFacts(pin, lang));
  if (pin.kind === "program" && pin.version !== undefined)
    facts.push([said("version"), plain(pin.version)]);
  if ("source" in pin)
    facts.push([said("source"), plain(pin.source)], [said("retrieved"), pin.retrievedOn]);
  facts.push([said("found"), checks.map((check) => checkWords(check, lang)).join(" ")]);
  const instead = verdictOf(file) === "no" ? replacementOf(pin, guides, lang) : undefined;
  if (instead !== undefined) facts.push([said("replacement"), instead]);
  return { id: `file-${at + 1}`, title, blocks: [{ kind: "facts", facts }], sections: [] };
}

function verdictOf({ checks }: Artefact): "yes" | "no" | "cannot-tell" {
  if (checks.some(({ is }) => is === "no")) return "no";
  return checks.some(({ is }) => is === "cannot-tell") ? "cannot-tell" : "yes";
}

function installerFacts({ publisher, purpose, expires }: InstallerPin, lang: Lang): Fact[] {
  const said = (word: string, gaps = {}) => say(lang, `bundle.receipt.${word}`, gaps);
  return [
    [said("publisher"), publisher ? said("publisher.of", publisher) : said("publisher.none")],
    [said("purpose"), picked(purpose, lang)],
    [said("until"), expires],
  ];
}

function certificateFacts({ certificate, purpose }: CertificatePin, lang: Lang): Fact[] {
  const said = (word: string, gaps = {}) => say(lang, `bundle.receipt.${word}`, gaps);
  const { subject, sha256, notBefore, notAfter, purposes } = certificate;
  return [
    [said("certificate"), plain(subject)],
    [said("fingerprint"), sha256],
    [said("valid"), said("from-to", { from: notBefore, to: notAfter })],
    [said("purposes"), purposes.map((one) => said(`purpose.${one}`)).join(", ")],
    [said("purpose"), picked(purpose, lang)],
  ];
}

function textsSection(texts: readonly Artefact[], lang: Lang): Section {
  const said = (word: string) => say(lang, `bundle.receipt.${word}`);
  const rows = texts.map((file) => [
    { lines: [plain(file.name)] },
    { lines: [sizeWords(file.size, lang)] },
    { lines: [file.sha256] },
    { lines: [said(`use.${verdictOf(file)}`)] },
  ]);
  const head = [said("name"), said("size"), "SHA-256", said("use")];
  const table: Block = { kind: "table", caption: "", head, rows };
  return { id: "texts", title: said("texts"), blocks: [table], sections: [] };
}

export function missingSection({ plan, guides }: Verified, lang: Lang): Section {
  const items = plan.missing.map((one) => missingWords(one, guides, lang));
  return {
    id: "missing",
    title: say(lang, "bundle.receipt.missing"),
    blocks: [{ kind: "list", items }],
    sections: [],
  };
}

function missingWords(one: Missing, guides: readonly Guide[], lang: Lang): string {
  const guide = guides.find((each) => guideName(each) === one.guide);
  const list = one.kind === "installer" ? guide?.programs : guide?.certificates;
  const title = list?.find(({ id }) => id === one.id)?.title;
  const name = title ? picked(title, lang) : one.id;
  const instead = one.why === "not-given" ? undefined : replacementOf(one, guides, lang);
  const words = `${name} (${one.guide}): ${say(lang, `bundle.missing.${one.why}`)}`;
  if (instead === undefined) return words;
  return `${words} ${say(lang, "bundle.receipt.replacement")}: ${instead}`;
}

/** What the guide says that serves today in its place. */
function replacementOf(one: object, guides: readonly Guide[], lang: Lang): string | undefined {
  if (!("guide" in one && "id" in one)) return undefined;
  const guide = guides.find((each) => guideName(each) === one.guide);
  const text = guide?.certificates.find(({ id }) => id === one.id)?.replacement?.text;
  return text && picked(text, lang);
}

/** With a mark at every three digits, as people compare sizes. */
export function sizeWords(bytes: number, lang: Lang): string {
  const marked = String(bytes).replace(/\B(?=(\d{3})+$)/g, ",");
  return say(lang, "bundle.receipt.bytes", { bytes: marked });
}

const picked = (text: { ko: string; en?: string | undefined }, lang: Lang): string =>
  plain((lang === "en" ? text.en : undefined) ?? text.ko);
