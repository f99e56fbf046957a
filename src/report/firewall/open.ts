import type { ToldOpen } from "../../firewall/verify/verification.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { wrap } from "../columns.ts";

const everyPort = "0-65535";
/** What has ports, or may have. */
const ported = new Set(["tcp", "udp", "sctp", "any"]);

/** What a rule opens, in one line or as many as it takes. */
export function openLines(open: ToldOpen, lang: Lang, columns: number, first: string): string[] {
  const { protocol, ports } = open;
  const told = {
    ...open,
    protocol: protocolOf(protocol, lang),
    ports:
      !ported.has(protocol) && (ports === everyPort || !protocol.includes("-"))
        ? ""
        : ports === everyPort
          ? say(lang, "firewall.open.ports")
          : say(lang, "firewall.open.port", { ports }),
  };
  return wrap(say(lang, "firewall.open", told).trimEnd(), columns, first);
}

/** A bare number says nothing by itself. */
function protocolOf(protocol: string, lang: Lang): string {
  if (protocol === "any") return say(lang, "firewall.open.protocol");
  return /^[a-z]+[0-9]*$/.test(protocol)
    ? protocol
    : say(lang, "firewall.open.protocols", { protocol });
}
