import type { Guide } from "../guide/guide.ts";
import type { Text } from "../guide/schema/common.ts";
import type { Lang, Values } from "./words.ts";

/** Whatever may say what its service is called: a guide. */
export type Named = Pick<Guide, "words">;

/** What is said where nobody does. */
const neutral = {
  name: { ko: "서비스", en: "service" },
  itself: { ko: "서비스", en: "the service" },
  act: { ko: "이용", en: "use the service" },
} as const;

/**
 * What fills the gaps `{words.…}`: what a guide calls its service, by the names of its `words`, and
 * what follows from them. `button` is there only where the guide names one.
 *
 * - `service` all of it: 결제 서비스, payment service
 * - `bare` is `itself` without an article, `same` once more: payment, the same payment
 * - `traffic` is what is sent for it: the payment, Hometax traffic
 * - `acts` and `acting` are other forms of `act`: pays, paying
 */
export function serviceWords({ words }: Named, lang: Lang): Values {
  const own = (text: Text | undefined) => (lang === "ko" ? text?.ko : text?.en);
  const name = own(words?.name) ?? neutral.name[lang];
  const itself = own(words?.itself) ?? neutral.itself[lang];
  const act = own(words?.act) ?? neutral.act[lang];
  const ko = lang === "ko";
  const button = own(words?.button);
  // A name of its own (Hometax) has no article, and there is only one of it.
  const noun = /^the (.+)$/.exec((words?.itself ?? neutral.itself).en ?? "")?.[1];
  const same = ko ? `같은 ${itself}` : `the same ${noun}`;
  const kind = ko ? "서비스" : "service";
  return {
    "words.name": name,
    "words.itself": itself,
    "words.act": act,
    "words.person": own(words?.person) ?? (ko ? `${act}하시는 분` : "user"),
    ...(button !== undefined && { "words.button": button }),
    "words.service": name.endsWith(kind) ? name : `${name} ${kind}`,
    "words.bare": words && !ko ? (noun ?? itself) : itself,
    "words.same": noun === undefined ? itself : same,
    "words.traffic": !ko && words && noun ? itself : `${name}${ko ? " 통신" : " traffic"}`,
    "words.acts": ko ? act : verb(act, third),
    "words.acting": ko ? act : verb(act, ing),
  };
}

/** The first word of a phrase is its verb. */
function verb(phrase: string, form: (word: string) => string): string {
  return phrase.replace(/^[a-z]+/, form);
}

function third(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh|o)$/.test(word) ? `${word}es` : `${word}s`;
}

function ing(word: string): string {
  if (word.endsWith("ie")) return `${word.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(word)) return `${word.slice(0, -1)}ing`;
  // Short verbs, and those stressed on their end, double their last letter: get, log, submit.
  const doubles = /^[^aeiou]*[aeiou][^aeiouwxy]$|(mit|fer|cur|gin)$/.test(word);
  return doubles ? `${word}${word.at(-1)}ing` : `${word}ing`;
}
