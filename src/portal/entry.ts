/** What an address says when the page is opened: `#once=…&symptom=…&lang=en`. */
export interface Entry {
  /** The one-time code by which a server knows who may ask. */
  once?: string;
  /** Where another page has seen a symptom already. */
  symptom?: string;
  lang?: "ko" | "en";
}

const valueMax = 200;

/** Reads the fragment, which never leaves the browser. Whatever is not known is left out. */
export function entryOf(fragment: string): Entry {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const value = (name: string) => {
    const found = given.get(name) ?? "";
    return found === "" || found.length > valueMax ? undefined : found;
  };
  const [once, symptom, lang] = [value("once"), value("symptom"), value("lang")];
  return {
    ...(once !== undefined && { once }),
    ...(symptom !== undefined && { symptom }),
    ...((lang === "ko" || lang === "en") && { lang }),
  };
}
