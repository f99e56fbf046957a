import { type AddressSet, anyAddress } from "../../address.ts";
import type { PolicyBuilder } from "../../builder.ts";
import { isAny, type Unknown } from "../../policy.ts";
import { doubtful, type Members } from "../members.ts";
import { readAddress } from "./addresses.ts";
import type { Entry } from "./entry.ts";
import type { IosFacts } from "./ios-facts.ts";
import { skip, take, type Words, wordsOf } from "./words.ts";

const rewritten: Unknown = { code: "nat", what: "ip nat" };

/** A stage before the others for packets whose destination `ip nat` rewrites. */
export function addIosRewrites(builder: PolicyBuilder, facts: IosFacts): void {
  const chain = builder.chain("nat");
  let found = 0;
  for (const { line, text } of facts.nat) {
    const words = wordsOf(text);
    words.at = 2;
    const side = take(words);
    if (!skip(words, "source") || !skip(words, "static")) {
      if (side === "outside" || words.all.includes("destination"))
        builder.notUnderstood(line, "ip nat");
      continue;
    }
    const names = side === "inside" ? facts.natOutside : facts.natInside;
    const destination = seenAddress(words, facts);
    found += 1;
    builder.add({
      chain,
      line,
      action: "unclear",
      destination,
      input: { names, negated: false },
      unknown: rewritten,
    });
  }
  if (found > 0) builder.stage({ chain, otherwise: "permit", line: 0 });
}

/** `[network|tcp|udp] REAL [PORT] SEEN [PORT]`: the address that the other side sends to. */
function seenAddress(words: Words, { scope }: IosFacts): AddressSet {
  const isNetwork = skip(words, "network");
  const hasPorts = skip(words, "tcp") || skip(words, "udp");
  words.at += hasPorts ? 2 : 1;
  const seen = take(words);
  const text =
    seen === "interface"
      ? `interface ${take(words)}`
      : isNetwork
        ? `${seen} ${take(words)}`.replace(" /", "/")
        : `host ${seen}`;
  const found = readAddress(wordsOf(text), { ...scope, masks: "netmask" });
  return found && !found.perhaps ? found.sure : anyAddress;
}

/** Whether lists on this interface see a translated address in the place of the inner one. */
export function seesTranslated({ nat, natOutside }: IosFacts, name: string): boolean {
  return (
    natOutside.includes(name) && nat.some(({ text }) => text.startsWith("ip nat inside source"))
  );
}

/** An entry as it applies to inner addresses that another address hides. */
export function behindNat(entry: Entry, direction: "in" | "out"): Entry {
  const side = direction === "in" ? "destination" : "source";
  return { ...entry, [side]: hidden(entry[side]) };
}

function hidden(members: Members): Members {
  return isAny(members.sure) ? members : doubtful(rewritten);
}
