import { particle, particles } from "./particles.ts";
import { plain } from "./plain.ts";
import type { Lang, Values } from "./words.ts";

/** `{name}`, `{words.name}`, `{name:format}`, then in Korean perhaps a closing mark and a particle. */
const escaped = particles.map((form) => form.replace(/[()]/g, "\\$&")).join("|");
const gap = new RegExp(`\\{([a-zA-Z.]+)(?::([a-z]+))?\\}([”’"')\\]]*)(${escaped})?`, "g");

const formats: Readonly<Record<string, (value: string | number, lang: Lang) => string>> = {
  duration: (value, lang) => (typeof value === "number" ? duration(value, lang) : plain(value)),
  day: (value) => day(value),
  capital: (value) => capital(plain(value)),
};

/**
 * Fills the gaps of one sentence. `onMissing` is told of each gap that nothing fills, and may say what
 * stands there then.
 */
export function fill(
  lang: Lang,
  sentence: string,
  values: Values = {},
  onMissing: (name: string) => string | undefined = () => undefined,
): string {
  return sentence.replace(gap, (_all, name: string, format = "", closing = "", form = "") => {
    const value =
      (Object.hasOwn(values, name) ? values[name] : undefined) ?? onMissing(name) ?? "…";
    const text = formats[format]?.(value, lang) ?? plain(value);
    return text + closing + (form ? particle(text, form) : "");
  });
}

/** Names of a sentence's gaps. */
export function gapsOf(sentence: string): string[] {
  return [...sentence.matchAll(gap)].map((match) => match[1] ?? "");
}

/** 40 ms, 3.1초, 2분: as long as needed to be understood. */
export function duration(ms: number, lang: Lang): string {
  const ko = lang === "ko";
  if (ms < 1_000) return ko ? `${Math.round(ms)}ms` : `${Math.round(ms)} ms`;
  if (ms < 90_000) return `${Math.round(ms / 100) / 10}${ko ? "초" : " s"}`;
  return `${Math.round(ms / 60_000)}${ko ? "분" : " min"}`;
}

/** A sentence or heading begins with it. */
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function day(value: string | number): string {
  if (typeof value === "string") return plain(value).slice(0, 10);
  return Math.abs(value) <= 8.64e15 ? (new Date(value).toISOString().split("T")[0] ?? "?") : "?";
}
