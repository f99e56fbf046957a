/** Second-level labels under which Korea (and others) register names, as in `or.kr`. */
const registries = new Set(["co", "or", "go", "ac", "ne", "re", "pe", "com", "org", "net", "gov"]);

/**
 * The part of a name that one holder registers: `pg.bankpay.or.kr` → `bankpay.or.kr`. Two names
 * are unrelated where this differs. The full Public Suffix List is not needed for that question.
 */
export function holderOf(host: string): string {
  const labels = host.toLowerCase().split(".");
  const [secondLevel, country] = labels.slice(-2);
  const deep = country?.length === 2 && registries.has(secondLevel ?? "");
  return labels.slice(deep ? -3 : -2).join(".");
}
