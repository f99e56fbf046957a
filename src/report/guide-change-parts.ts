import { entryOf, lists } from "../guide/diff/lists.ts";
import { isMapping, isText, type Mapping, provenanceKeys } from "../guide/diff/same.ts";
import type { Guide } from "../guide/guide.ts";
import type { Text } from "../guide/schema/common.ts";
import { valueAt } from "../guide/value.ts";
import { plain } from "../text/plain.ts";
import { hasSentence, say, sayOf } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { causeWords, pick } from "./words.ts";

interface Guides {
  before: Guide;
  after: Guide;
}

/** What a value is said with: the field that it is in, and where ids in it lead. */
export interface ValueContext {
  lang: Lang;
  name: string;
  guides?: Guides;
}

/** An entry as people know it: its list and its title, a host by its name, the guide by being it. */
export function entryName(what: string, id: string, guides: Guides, lang: Lang): string {
  const list = say(lang, `change.list.${what}`);
  if (what === "guide" || what === "retry") return list;
  return `${list} ‘${titleOf(what, id, guides, lang)}’`;
}

/** Where in its entry a change is, down to the element of a list: `제목`, `단계 3`. */
export function placeWords(field: string, states: readonly Mapping[], lang: Lang): string {
  const [name = "", at = ""] = field.split(".");
  return fieldWords(/^\d+$/.test(at) ? [name, at] : [name], states, lang);
}

/** An entry by its title alone. */
export function titleOf(what: string, id: string, { before, after }: Guides, lang: Lang): string {
  const entry = entryOf(after, what, id) ?? entryOf(before, what, id);
  if (what === "endpoints") return plain(String(entry?.host ?? id));
  if (what === "causes") return causeOf(id, { before, after }, lang);
  if (what === "likelihoods") return causeOf(String(entry?.cause ?? id), { before, after }, lang);
  if (what === "efforts" && entry)
    return titleOf("remedies", String(entry.remedy), { before, after }, lang);
  const text = entry?.title ?? entry?.text;
  if (isText(text)) return pick(text as Text, lang);
  return plain(String(entry?.pattern ?? entry?.entry ?? id));
}

/** A cause by its words in whichever edition has words for it. */
function causeOf(id: string, { before, after }: Guides, lang: Lang): string {
  const words = causeWords(id, "title", after, lang);
  return words === plain(id) ? causeWords(id, "title", before, lang) : words;
}

/** A path within an entry in words: `단계 3 › 글`. */
export function fieldWords(
  path: readonly string[],
  states: readonly Mapping[],
  lang: Lang,
): string {
  const parts: string[] = [];
  for (const [at, part] of path.entries()) {
    if (/^\d+$/.test(part)) {
      const element = states.map((state) => valueAt(state, path.slice(0, at + 1))).find(isMapping);
      const one = `change.one.${path[at - 1]}`;
      const list = parts.pop() ?? "";
      const word = hasSentence(one) ? say(lang, one) : list;
      parts.push(`${word} ${elementName(element, Number(part))}`.trim());
    } else {
      const key = `change.field.${part}`;
      parts.push(hasSentence(key) ? say(lang, key) : plain(part));
    }
  }
  return parts.join(" › ");
}

/** What is listed by name is called by it; anything else by its place, counted as people count. */
function elementName(element: Mapping | undefined, at: number): string {
  const name = element?.subject ?? element?.url ?? element?.port;
  return name === undefined ? String(at + 1) : plain(String(name));
}

/** A value as it is read: ids by their titles, ports with what is spoken on them. */
export function valueWords(value: unknown, context: ValueContext): string {
  const { lang, name, guides } = context;
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return say(lang, value ? "change.yes" : "change.no");
  if (typeof value === "string") {
    if (name === "protocol") return plain(value).toUpperCase();
    if (name === "owner" && hasSentence(`owner.${value}`))
      return sayOf(guides?.after ?? {}, lang, `owner.${value}`);
    const key = `change.of.${name}.${value}`;
    if (hasSentence(key)) return sayOf(guides?.after ?? {}, lang, key);
    return (guides && referred(value, name, guides, lang)) ?? plain(value, longest);
  }
  if (Array.isArray(value)) return value.map((one) => valueWords(one, context)).join(", ");
  if (!isMapping(value)) return String(value);
  if (isText(value)) return pick(value as Text, lang);
  if (typeof value.port === "number") {
    const { port, to, protocol } = value;
    return `${port}${to === undefined ? "" : `-${to}`}(${plain(String(protocol)).toUpperCase()})`;
  }
  if (typeof value.cause === "string" && guides)
    return `${causeOf(value.cause, guides, lang)} ${value.chance ?? ""}`.trim();
  const own = value.text ?? value.title ?? value.subject ?? value.url ?? value.names;
  if (own !== undefined) return valueWords(own, { lang, name: "" });
  return fieldsWords(value, context);
}

/** What has no name of its own, by each of its fields. */
function fieldsWords(value: Mapping, { lang, guides }: ValueContext): string {
  const keys = Object.keys(value).filter((key) => !provenanceKeys.includes(key));
  const one = (key: string) =>
    valueWords(value[key], { lang, name: key, ...(guides && { guides }) });
  if (typeof value.sign === "string") return keys.map(one).join(": ");
  return keys.map((key) => `${fieldWords([key], [], lang)} ${one(key)}`).join(", ");
}

const longest = 2_000;

/** Fields whose values are ids, and the lists that they lead into; none named: any list. */
const references: Record<string, readonly string[]> = {
  remedies: ["remedies"],
  managedRemedies: ["remedies"],
  remedy: ["remedies"],
  causes: ["causes"],
  cause: ["causes"],
  symptom: ["symptoms"],
  group: ["groups"],
  program: ["programs"],
  agent: ["agents"],
  meant: ["sites"],
  dialogue: ["dialogues"],
  notFor: ["symptoms"],
  sites: ["sites"],
  programs: ["programs"],
  toolbars: ["toolbars"],
  certificates: ["certificates"],
  files: ["files"],
  popups: ["popups"],
  localNetwork: ["localNetwork"],
  confirmedBy: [],
  contains: [],
  verifies: [],
  about: [],
};

function referred(id: string, name: string, guides: Guides, lang: Lang): string | undefined {
  const into = references[name];
  if (!into) return undefined;
  const all = into.length > 0 ? into : lists.map(([what]) => what);
  const what = all.find(
    (list) => entryOf(guides.after, list, id) ?? entryOf(guides.before, list, id),
  );
  if (what === undefined && name !== "causes" && name !== "cause") return undefined;
  return `‘${titleOf(what ?? "causes", id, guides, lang)}’`;
}

/** Of two long texts only where they differ, with some words around it. */
export function differing(before: string, after: string): [string, string] {
  if (before.length <= whole && after.length <= whole) return [before, after];
  const [was, is] = [[...before], [...after]];
  const least = Math.min(was.length, is.length);
  let head = 0;
  while (head < least && was[head] === is[head]) head++;
  let tail = 0;
  while (tail < least - head && was.at(-1 - tail) === is.at(-1 - tail)) tail++;
  const [from, left] = [Math.max(0, head - around), Math.max(0, tail - around)];
  const cut = (points: string[]) =>
    `${from > 0 ? "…" : ""}${points.slice(from, points.length - left).join("")}${left > 0 ? "…" : ""}`;
  return [cut(was), cut(is)];
}

/** Texts up to here are shown whole; more than this around a difference is not, characters. */
const whole = 160;
const around = 24;
