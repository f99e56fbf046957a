import { plain } from "../text/plain.ts";
import { hasSentence, say } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import type { BundleFault, FaultDetail } from "./fault.ts";
import type { Check } from "./pins/check.ts";

/** Why a bundle is refused, with the file that it is about before it. */
export function faultWords({ code, entry, detail }: BundleFault, lang: Lang): string {
  const { because } = detail;
  const why = because === undefined ? {} : { why: reasonWords(String(because), detail, lang) };
  const line = say(lang, `bundle.fault.${code}`, { ...detail, ...why });
  return entry === undefined ? line : `${plain(entry)}: ${line}`;
}

/** What was found out about a file; who signed a program is told in the words of src/text/trust.ts. */
export function checkWords({ because, detail = {} }: Check, lang: Lang): string {
  return reasonWords(because, detail, lang);
}

function reasonWords(because: string, detail: FaultDetail, lang: Lang): string {
  const keys = ["bundle.check", "trust.refused", "trust.verdict"].map((at) => `${at}.${because}`);
  return say(lang, keys.find(hasSentence) ?? keys[0]!, detail);
}
