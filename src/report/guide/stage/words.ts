import type { Guide } from "../../../guide/guide.ts";

/** Every piece of text in a guide's data that is meant for readers, and the exact things beside it, each once. */
export function wordsOf(guide: Guide, lang: "ko" | "en"): string[] {
  // Titles of groups that head a column, steps, notices, tables: all of it. What only reckons with
  // numbers, or is said by a program, stands in no document.
  const { service, words: called, causes, ...others } = guide;
  const { retry, likelihoods, efforts, dialogues, questions, ...rest } = others;
  return [...new Set(words(rest, lang))];
}

const exact = /^(pattern|entry|host|addresses|url|paths|printed|message|file|sha1|sha256|origins)$/;

function words(value: unknown, lang: "ko" | "en", key = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => words(each, lang, key));
  if (value === null || typeof value !== "object")
    return typeof value === "string" && exact.test(key) ? value.split("\n") : [];
  const text = value as Record<string, unknown>;
  if (typeof text.ko === "string")
    return String((lang === "en" ? text.en : undefined) ?? text.ko).split("\n");
  return Object.entries(text).flatMap(([name, each]) => words(each, lang, name));
}

export const squeezed = (text: string) => text.replace(/\s+/g, "");

/** What a page of HTML shows, without space. */
export const shown = (page: string) =>
  squeezed(
    page
      .replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, "")
      .replace(/&#39;/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&"),
  );

/** What Markdown says when it is shown, without space. */
export const rendered = (text: string) =>
  squeezed(text.replace(/(?<!\\)<[^>]*>/g, "").replace(/\\([\\`*_[\]<>|#~])/g, "$1"));
