import { actions } from "../../table.ts";
import { byteWords } from "./bytes.ts";
import { icmp, tcp, udp } from "./protocols.ts";
import { byte, fourAt, fourOf } from "./scan.ts";

/** Options by number; the first nine may stand once in a rule, as the bit of their number. */
export const option = {
  source: 0,
  destination: 1,
  protocol: 2,
  input: 3,
  output: 4,
  sourcePorts: 5,
  destinationPorts: 6,
  states: 7,
  target: 8,
  rejectWith: 9,
  sourceList: 10,
  destinationList: 11,
  extension: 12,
  comment: 13,
} as const;

/** Options of one letter, by the letter. */
export const letters = new Int8Array(256).fill(-1);
for (const [letter, number] of Object.entries({
  s: option.source,
  d: option.destination,
  p: option.protocol,
  i: option.input,
  o: option.output,
  j: option.target,
  m: option.extension,
})) {
  letters[letter.charCodeAt(0)] = number;
}
export const longOptions = byteWords({
  "--sport": option.sourcePorts,
  "--dport": option.destinationPorts,
  "--sports": option.sourceList,
  "--dports": option.destinationList,
  "--state": option.states,
  "--ctstate": option.states,
  "--comment": option.comment,
  "--reject-with": option.rejectWith,
});
export const protocolWords = byteWords({ tcp, udp, icmp });
export const extensionWords = byteWords({
  comment: 0,
  conntrack: 0,
  multiport: 0,
  state: 0,
  tcp: 0,
  udp: 0,
});
export const targetWords = byteWords({
  ACCEPT: actions.permit,
  DROP: actions.deny,
  REJECT: actions.deny,
  RETURN: actions.return,
});

/*
 * The commonest words, told by four bytes at once: looking up every word would cost more than all
 * else that is done for a rule.
 */
const common = {
  tcp: fourOf("tcp "),
  udp: fourOf("udp "),
  accept: [fourOf("ACCE"), fourOf("CEPT")],
  drop: fourOf("DROP"),
  destinationPorts: [fourOf("--dp"), fourOf("ort ")],
} as const;

/** TCP or UDP where the word at `at` says so with a space behind it; 0 for all others. */
export function commonProtocol(bytes: Uint8Array, at: number): number {
  const four = fourAt(bytes, at);
  if (four === common.tcp) return tcp;
  return four === common.udp ? udp : 0;
}

/** Whether `--dport ` is at `at`. */
export function isDestinationPorts(bytes: Uint8Array, at: number): boolean {
  const [first, second] = common.destinationPorts;
  return fourAt(bytes, at) === first && fourAt(bytes, at + 4) === second;
}

/** ACCEPT or DROP where the word at `at` says so; 0 for all others. */
export function commonAction(bytes: Uint8Array, at: number): number {
  const four = fourAt(bytes, at);
  if (four === common.drop) return bytes[at + 4]! <= byte.space ? actions.deny : 0;
  // Two fours that overlap are a word of six.
  const isAccept = four === common.accept[0] && fourAt(bytes, at + 2) === common.accept[1];
  return isAccept && bytes[at + 6]! <= byte.space ? actions.permit : 0;
}
