import type { BrowserPolicy } from "../evidence/pc-outcome.ts";
import { keyAt, type RegistryData, type RegistryKey } from "./registry.ts";

type BrowserId = BrowserPolicy["browser"];

/**
 * Where browsers look for policies, below `Software\Policies` of either hive. Whale's maker names
 * no key; both of these are in use. Its maker may honour only one.
 *
 * Source: chromeenterprise.google/policies, learn.microsoft.com/deployedge.
 */
const policyKeys: [browser: BrowserId, path: string][] = [
  ["edge", "Microsoft\\Edge"],
  ["chrome", "Google\\Chrome"],
  ["whale", "Naver\\Whale"],
  ["whale", "Naver\\Naver Whale"],
  ["firefox", "Mozilla\\Firefox"],
];
/** What an administrator only suggests; the user may choose otherwise. */
const suggested = "recommended";
const mostValues = 1_000;
const longest = 1_000;
const mostPolicies = 2_000;

/** Every policy below a hive's `Software\Policies` that a browser reads. */
export function browserPoliciesOf(
  policies: RegistryKey | undefined,
  place: BrowserPolicy["place"],
): BrowserPolicy[] {
  return policyKeys
    .flatMap(([browser, path]) => {
      const key = keyAt(policies, path);
      const single = (key?.values ?? []).flatMap(({ name, value }) =>
        name === "" ? [] : [{ browser, place, name: cut(name), values: textsOf(value) }],
      );
      const lists = (key?.keys ?? [])
        .filter(({ name, values }) => name.toLowerCase() !== suggested && values.length > 0)
        .map((list) => ({ browser, place, name: cut(list.name), values: listOf(list) }));
      return [...single, ...lists];
    })
    .slice(0, mostPolicies);
}

/** A list is a key whose values are called 1, 2, 3 and so on. */
function listOf(key: RegistryKey): string[] {
  return key.values
    .toSorted((a, b) => Number(a.name) - Number(b.name))
    .flatMap(({ value }) => textsOf(value))
    .slice(0, mostValues);
}

function textsOf(value: RegistryData): string[] {
  if (value.type === "REG_MULTI_SZ") return value.data.slice(0, mostValues).map(cut);
  return [cut(String(value.data))];
}

function cut(text: string): string {
  return text.slice(0, longest);
}
