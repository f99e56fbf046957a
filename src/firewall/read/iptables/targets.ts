import type { UnknownCode } from "../../policy.ts";
import type { Action } from "../../table.ts";

export interface Verdict {
  action: Action;
  /** Why `unclear` is. */
  code?: UnknownCode;
}

const unclear = (code: UnknownCode): Verdict => ({ action: "unclear", code });

/** Targets that end a packet's way through its table. */
const final: Readonly<Record<string, Verdict>> = {
  ACCEPT: { action: "permit" },
  DROP: { action: "deny" },
  REJECT: { action: "deny" },
  RETURN: { action: "return" },
  QUEUE: unclear("program"),
  NFQUEUE: unclear("program"),
  SYNPROXY: unclear("program"),
  DNAT: unclear("nat"),
  DNPT: unclear("nat"),
  NETMAP: unclear("nat"),
  REDIRECT: unclear("nat"),
  SAME: unclear("nat"),
  SNPT: unclear("nat"),
  TPROXY: unclear("nat"),
  // They rewrite the source, behind every stage that decides, and let the packet go.
  MASQUERADE: { action: "permit" },
  SNAT: { action: "permit" },
};

/** Targets after which a packet goes on to the next rule as it was, as far as verdicts go. */
const passing: ReadonlySet<string> = new Set([
  "AUDIT",
  "CHECKSUM",
  "CLASSIFY",
  "CONNMARK",
  "CONNSECMARK",
  "CT",
  "DSCP",
  "ECN",
  "HL",
  "HMARK",
  "IDLETIMER",
  "LED",
  "LOG",
  "MARK",
  "NFLOG",
  "NOTRACK",
  "RATEEST",
  "SECMARK",
  "SET",
  "TCPMSS",
  "TCPOPTSTRIP",
  "TEE",
  "TOS",
  "TRACE",
  "TTL",
  "ULOG",
]);

/** What a target does; `passing` goes on, undefined is no target that is known here. */
export function targetVerdict(name: string): Verdict | "passing" | undefined {
  if (passing.has(name)) return "passing";
  return Object.hasOwn(final, name) ? final[name] : undefined;
}
