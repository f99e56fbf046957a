import type { Pin } from "../../bundle/pin.ts";
import { guideName } from "../../bundle/pins/guide.ts";
import type { Missing } from "../../bundle/plan.ts";
import { checkWords } from "../../bundle/said.ts";
import type { Artefact } from "../../bundle/verify.ts";
import { oneLine } from "../../guide/error.ts";
import type { Guide } from "../../guide/guide.ts";
import { pick } from "../../report/words.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { sizeOf } from "./media.ts";
import { bundleText } from "./text.ts";

type Lang = Io["lang"];

/** A file of a bundle in words: what it is, whose, and what was found out about it. */
export function artefactLines(artefact: Artefact, lang: Lang): string[] {
  const { name, size, sha256, kind, pin, checks } = artefact;
  const lines = [`${name}  ${say(lang, `bundle.kind.${kind}`)}, ${sizeOf(size)}`];
  lines.push(...pinLines(pin, lang).map((line) => `    ${line}`), `    SHA-256 ${sha256}`);
  for (const check of checks.filter(({ what }) => what !== "hash"))
    lines.push(`    ${marks[check.is]} ${checkWords(check, lang)}`);
  return lines.map(oneLine);
}

const marks = { yes: "✓", no: "✗", "cannot-tell": "?" } as const;

function pinLines(pin: Pin, lang: Lang): string[] {
  const text = bundleText[lang];
  const source = "source" in pin ? [text.sourceLine(pin.source, pin.retrievedOn)] : [];
  if (pin.kind === "installer") {
    const { publisher, title } = pin;
    const whose = publisher ? [text.publisherLine(publisher.subject, publisher.issuer)] : [];
    return [pick(title, lang), ...whose, ...source];
  }
  if (pin.kind === "certificate") {
    const { subject, notAfter } = pin.certificate;
    return [pick(pin.purpose, lang), text.certificateLine(subject, notAfter), ...source];
  }
  return source;
}

/** What the guides name and the bundle lacks; with what serves in its place, where a guide says so. */
export function missingLines(
  missing: readonly Missing[],
  guides: readonly Guide[],
  lang: Lang,
): string[] {
  const text = bundleText[lang];
  return missing.flatMap(({ guide: name, id, kind, why }) => {
    const guide = guides.find((one) => guideName(one) === name);
    const what = (kind === "installer" ? guide?.programs : guide?.certificates)?.find(
      (one) => one.id === id,
    );
    const title = what ? pick(what.title, lang) : id;
    const line = text.missingLine(id, title, name, say(lang, `bundle.missing.${why}`));
    const instead = replacementLines(guide, id, lang);
    return [line, ...(kind === "certificate" && why !== "not-given" ? instead : [])].map(oneLine);
  });
}

export function replacementLines(guide: Guide | undefined, id: string, lang: Lang): string[] {
  const replacement = guide?.certificates.find((one) => one.id === id)?.replacement;
  return replacement ? [bundleText[lang].instead(pick(replacement.text, lang))] : [];
}

export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
