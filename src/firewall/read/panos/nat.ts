import { addRule, anyServices } from "../members.ts";
import { type Books, zonesOf } from "./rules.ts";
import { partOf, partsOf, type Tree, wordOf, wordsOf } from "./tree.ts";

/**
 * Security rules see the address before it is translated, but the zone behind the translation. So for
 * packets to an address that is translated no rule is certain, and for all others nothing changes.
 */
export function addTranslations(rules: Tree | undefined, books: Books): void {
  for (const [name, rule] of partsOf(rules)) {
    if (wordOf(partOf(rule, "disabled")) === "yes") continue;
    const forward = ["destination-translation", "dynamic-destination-translation"];
    if (forward.some((word) => partOf(rule, word))) addTranslation(name, rule, books);
    const fixed = partOf(rule, "source-translation", "static-ip");
    const reverse = partOf(fixed, "bi-directional");
    if (fixed && reverse && wordOf(reverse) !== "no") addReverse(name, fixed, books);
  }
}

function addTranslation(name: string, rule: Tree, books: Books): void {
  const list = (word: string) => {
    const names = wordsOf(partOf(rule, word));
    return names.length > 0 ? names : ["any"];
  };
  const from = zonesOf(rule, "from");
  const [match] = books.zones.crossings("universal", from, undefined);
  const unknown = { code: "nat", what: name } as const;
  const { chain } = books;
  addRule(
    books.builder,
    { chain, line: rule.line, action: "unclear", unknown, input: match?.input },
    {
      source: books.addresses.list(list("source"), false),
      destination: books.addresses.list(list("destination"), false),
      services: books.services(list("service")),
    },
  );
}

/** A fixed source address that works in both directions rewrites the destination of what comes back. */
function addReverse(name: string, fixed: Tree, books: Books): void {
  const names = wordsOf(partOf(fixed, "translated-address"));
  const unknown = { code: "nat", what: name } as const;
  addRule(
    books.builder,
    { chain: books.chain, line: fixed.line, action: "unclear", unknown },
    {
      source: books.addresses.one("any"),
      destination: books.addresses.list(names.length > 0 ? names : ["any"], false),
      services: anyServices,
    },
  );
}
