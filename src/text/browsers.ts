import type { Words } from "./words.ts";

/** Browsers by the ids of guide and evidence, as their makers write them. */
const browsers: Readonly<Record<string, Words>> = {
  ie: { ko: "Internet Explorer", en: "Internet Explorer" },
  edge: { ko: "Edge", en: "Edge" },
  chrome: { ko: "Chrome", en: "Chrome" },
  whale: { ko: "네이버 웨일", en: "Naver Whale" },
  firefox: { ko: "Firefox", en: "Firefox" },
};

/** `ie 8.0, whale 3.1` as `Internet Explorer 8.0, 네이버 웨일 3.1`; what is no id stays. */
export function browserNames(list: string, lang: keyof Words): string {
  return list
    .split(", ")
    .map((item) => {
      const [id = "", ...version] = item.split(" ");
      const name = Object.hasOwn(browsers, id) ? browsers[id]?.[lang] : undefined;
      return [name ?? id, ...version].join(" ");
    })
    .join(", ");
}
