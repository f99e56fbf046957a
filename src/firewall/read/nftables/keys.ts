import { type Cursor, peek } from "./cursor.ts";

const headers = new Set(
  "ip ip6 tcp udp udplite sctp dccp th icmp icmpv6 igmp ether vlan arp ah esp comp hbh frag dst mh gre".split(
    " ",
  ),
);
const bareMeta = new Set(
  `iif iifname iiftype iifgroup oif oifname oiftype oifgroup mark skuid skgid l4proto nfproto protocol
   length pkttype cpu cgroup priority rtclassid nftrace ibrname obrname time day hour random`.split(
    /\s+/,
  ),
);
const directions = new Set(["original", "reply"]);

/** `ip daddr`, `meta iifname`, `ct state`; undefined where no key that is known by its shape stands. */
export function takeKey(cursor: Cursor): string | undefined {
  const { kind, text } = peek(cursor);
  if (kind !== "word") return undefined;
  const words = wordsOfKey(cursor, text);
  let key = words === 1 ? `meta ${text}` : text;
  for (let at = 1; at < words; at += 1) key += ` ${peek(cursor, at).text}`;
  cursor.at += words;
  return words === 0 ? undefined : key;
}

function wordsOfKey(cursor: Cursor, first: string): number {
  const second = peek(cursor, 1);
  if (second.kind === "word") {
    if (first === "ct") return wordsOfConntrack(cursor, second.text);
    if (first === "meta") return 2;
    if (headers.has(first)) return second.text === "option" || second.text === "chunk" ? 0 : 2;
  }
  return bareMeta.has(first) ? 1 : 0;
}

/** `ct original ip saddr` and the like speak of a direction; `ct direction original` does not. */
function wordsOfConntrack(cursor: Cursor, second: string): number {
  if (second === "count") return 0;
  if (!directions.has(second)) return 2;
  const third = peek(cursor, 2).text;
  return third === "ip" || third === "ip6" ? 4 : 3;
}
