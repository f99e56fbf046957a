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
    protocol: protocol === "any" ? say(lang, "firewall.open.protocol") : protocol,
    ports: !ported.has(protocol)
      ? ""
      : ports === everyPort
        ? say(lang, "firewall.open.ports")
        : say(lang, "firewall.open.port", { ports }),
  };
  return wrap(say(lang, "firewall.open", told), columns, first);
}
