/** Words complete in both languages: what Jochi itself says about a guide. */
export interface Words {
  ko: string;
  en: string;
}

/** The same in both languages: values, names, numbers. */
export const same = (text: string): Words => ({ ko: text, en: text });

/** Puts values into `{gaps}`; a value may itself be in two languages. */
export function fill(words: Words, gaps: Record<string, string | number | Words>): Words {
  const inOne = (lang: "ko" | "en") =>
    words[lang].replace(/\{(\w+)\}/g, (whole, key: string) => {
      const value = gaps[key];
      if (value === undefined) return whole;
      return typeof value === "object" ? value[lang] : String(value);
    });
  return { ko: inOne("ko"), en: inOne("en") };
}
