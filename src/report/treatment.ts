import type { Refused } from "../actions/action.ts";
import type { Change, KeyChange, Words } from "../actions/change.ts";
import { asksThePerson } from "../engine/pc/local-network.ts";
import type { CheckResult } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import { browserNames } from "../text/browsers.ts";
import { plain } from "../text/plain.ts";
import { hasSentence, say, sayOf } from "../text/say.ts";
import type { Named } from "../text/service.ts";
import type { Lang } from "../text/words.ts";
import { pick } from "./words.ts";

/** How changes to a PC are put into words, for terminal and page alike. */
type RegistryValue = NonNullable<KeyChange["before"]>[number];
type RegistryData = RegistryValue["value"];

/** Longer values are shown by their length: nobody reads a certificate's bytes. */
const valueMax = 200;

/** Whether it cannot be taken back. */
export const isLasting = (change: Change) => change.kind === "run" && change.back.way === "none";

/** What one change is about, in the order in which it says so. Never empty. */
export function aboutChange(change: Change, guide: Guide | undefined, lang: Lang): string[] {
  const about = change.about.map((each) => sentence(each, guide, lang));
  return about.length > 0 ? about : exact(change, lang).slice(0, 1);
}

export function sentence({ key, with: gaps }: Words, guide: Guide | undefined, lang: Lang): string {
  const filled = Object.entries(gaps).map(([name, value]) => {
    if (name === "browser") return [name, browserNames(String(value), lang)];
    const zone = `zone.${value}`;
    if (name === "zone" && hasSentence(zone)) return [name, say(lang, zone)];
    const certificate = guide?.certificates.find(({ id }) => id === value);
    if (name === "uses") return [name, useNames(String(value), lang)];
    if (name === "purpose" && certificate) return [name, pick(certificate.purpose, lang)];
    return [name, value];
  });
  return say(lang, key, Object.fromEntries(filled));
}

/** What a certificate may be used for, by the codes of src/trust, in words. */
function useNames(uses: string, lang: Lang): string {
  const known = (use: string) => hasSentence(`trust.use.${use}`);
  return uses
    .split(", ")
    .map((use) => (known(use) ? say(lang, `trust.use.${use}`) : use))
    .join(", ");
}

export function refusal({ code, subject, with: gaps }: Refused, lang: Lang): string {
  const reason = String(gaps.reason ?? "");
  const known = [`trust.refused.${reason}`, `trust.verdict.${reason}`].find(hasSentence);
  return say(lang, `treat.refused.${code}`, {
    ...gaps,
    subject: browserNames(subject, lang),
    ...(known !== undefined && { reason: say(lang, known, gaps) }),
  });
}

/** Why a change failed; `detail` is a code for engineers. */
export function failure(code: string, detail: string | undefined, lang: Lang): string {
  const key = `treat.failed.${code}`;
  const words = say(lang, hasSentence(key) ? key : "treat.failed.other");
  return detail === undefined ? words : `${words} (${plain(detail)})`;
}

/** One change to the letter: what an engineer needs to check it by hand. */
export function exact(change: Change, lang: Lang): string[] {
  const side = (name: "before" | "after") => say(lang, `treat.exact.${name}`);
  if (change.kind === "key") {
    const view = change.view === "32" ? " (32)" : "";
    return [
      say(lang, "treat.exact.key", { path: change.path }) + view,
      `  ${side("before")}: ${values(change.before, lang)}`,
      `  ${side("after")}: ${values(change.after, lang)}`,
    ];
  }
  if (change.kind === "file") {
    return [
      say(lang, "treat.exact.file", { path: change.path }),
      `  ${side("before")}: ${bytes(change.before, lang)}`,
      `  ${side("after")}: ${bytes(change.after, lang)}`,
    ];
  }
  const lines = copies(change).map((gaps) => say(lang, "treat.exact.copy", gaps));
  lines.push(startsProgram(change, lang));
  if (change.kind === "open") return lines;
  const { back } = change;
  if (back.way === "run")
    lines.push(`  ${say(lang, "treat.exact.back", { command: command(back) })}`);
  if (back.way === "uninstall") lines.push(`  ${say(lang, "treat.exact.back-uninstall")}`);
  if (back.way === "none") lines.push(`  ${say(lang, "treat.lasting")}`);
  return lines;
}

/**
 * The same of taking it back. `runs`: the uninstaller of what was installed, which only the PC knows.
 */
export function exactBack(change: Change, runs: Call | undefined, lang: Lang): string[] {
  if (change.kind === "key" || change.kind === "file")
    return exact({ ...change, before: change.after, after: change.before } as Change, lang);
  if (change.kind === "open") return [];
  const { back, kept } = change;
  const call = back.way === "run" ? back : runs;
  if (call) return [startsProgram(call, lang)];
  return kept.flatMap(({ path, values: then }) => [
    say(lang, "treat.exact.key", { path }),
    `  ${say(lang, "treat.exact.after")}: ${values(then, lang)}`,
  ]);
}

interface Call {
  program: string;
  args: readonly string[];
}

/** A program that is started, to the letter. */
function startsProgram(call: Call, lang: Lang): string {
  return say(lang, "treat.exact.run", { command: command(call) });
}

function copies(change: Extract<Change, { kind: "run" | "open" }>) {
  const files = change.kind === "run" ? change.files : [];
  return files.flatMap(({ path, copy }) => (copy === undefined ? [] : [{ path, copy }]));
}

function command({ program, args }: Call): string {
  return plain(
    [program, ...args].map((word) => (/\s|^$/.test(word) ? `"${word}"` : word)).join(" "),
  );
}

function values(list: readonly RegistryValue[] | null, lang: Lang): string {
  if (list === null) return say(lang, "treat.exact.absent");
  if (list.length === 0) return say(lang, "treat.exact.empty");
  return list
    .map(({ name, value }) => `${plain(name || "(Default)")} = ${data(value, lang)}`)
    .join(" · ");
}

function data(value: RegistryData, lang: Lang): string {
  if (value.type === "REG_DWORD") return `REG_DWORD ${value.data}`;
  if (value.type === "hex") {
    const short = value.data.length <= valueMax ? value.data : "";
    const size = say(lang, "treat.exact.bytes", { bytes: value.data.length / 2 });
    return `hex(${value.id}) ${short || size}`;
  }
  return `${value.type} ${plain(value.type === "REG_MULTI_SZ" ? value.data.join(", ") : value.data)}`;
}

function bytes(base64: string | null, lang: Lang): string {
  if (base64 === null) return say(lang, "treat.exact.absent");
  const padding = base64.length - base64.replace(/=+$/, "").length;
  return say(lang, "treat.exact.bytes", { bytes: (base64.length / 4) * 3 - padding });
}

/**
 * What is still to be said of a treatment whose changes stay: that nothing could show whether it
 * helps, and what the browser will ask.
 */
export function stillOpen(
  { notProven, after }: { notProven?: true; after: readonly CheckResult[] },
  guide: Named,
  lang: Lang,
): string[] {
  return [
    ...(notProven ? [sayOf(guide, lang, "treat.not-proven")] : []),
    ...(after.some(asksThePerson) ? [sayOf(guide, lang, "treat.asks-once")] : []),
  ];
}
