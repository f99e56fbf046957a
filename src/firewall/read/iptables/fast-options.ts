import { actions } from "../../table.ts";
import { byteWords } from "./bytes.ts";
import { icmp, tcp, udp } from "./protocols.ts";
import { fourOf } from "./scan.ts";

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

/** How far above the option for one range of ports that for a list of them is. */
export const listAbove = option.sourceList - option.sourcePorts;

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

/**
 * The commonest words in fours, which are told at once: looking up every word would cost more than
 * all else that is done for a rule.
 */
export const common = {
  tcp: fourOf("tcp "),
  udp: fourOf("udp "),
  drop: fourOf("DROP"),
  /** Two fours that overlap are a word of six. */
  acceptStart: fourOf("ACCE"),
  acceptEnd: fourOf("CEPT"),
  destinationPortsStart: fourOf("--dp"),
  destinationPortsEnd: fourOf("ort "),
} as const;
