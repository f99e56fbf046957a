import type { Deciding } from "../prove/parts.ts";
import type { FlowVerdict } from "../prove/prove.ts";

/** A line of the configuration and what it has to say. */
export interface ToldLine {
  /** From 1; 0 where it is the firewall's own default and stands nowhere. */
  line: number;
  text: string;
  verdict: Deciding["verdict"];
  chain: string;
  phase: Deciding["phase"];
  /** Why it decides only perhaps. */
  unknown?: { code: string; what: string };
}

/** A packet in words, as one would type it. */
export interface ToldPacket {
  source: string;
  sourcePort: number;
  address: string;
  port: number;
  protocol: string;
}

/** A part of a flow: ranges such as `10.20.0.0-10.20.0.255` or `1024-65535`. */
export interface ToldPart {
  verdict: "permitted" | "denied" | "undetermined";
  /** Of all packets of the flow, 0 to 1. */
  share: number;
  sets: { sources: string[]; sourcePorts: string; addresses: string; ports: string }[];
  /** Whether there are more sets than are told. */
  more: boolean;
  decidedBy: ToldLine[];
}

export interface ToldFlow {
  host: string;
  address: string;
  /** A number, or `8000-8010`. */
  port: number | string;
  protocol: string;
  transport: "tcp" | "udp";
  direction: "outbound" | "inbound";
  group: string;
  required: boolean;
  verdict: FlowVerdict;
  /** What decides about the worst part. */
  decidedBy: ToldLine[];
  counterexample?: ToldPacket;
  /** Present unless the flow is one part. */
  parts?: ToldPart[];
  /** Interfaces or zones between which it was taken to cross, and whether that is assumed. */
  crossing?: { input?: string; output?: string; assumed: boolean };
  /** Present where it depends on the interfaces, and nothing says which they are. */
  dependsOnCrossing?: true;
  /** Why nothing could be proved. */
  impossible?: string;
}

/** Ranges of packets; for ICMP the ports are `type * 256 + code`. */
export interface ToldOpen {
  sources: string;
  addresses: string;
  ports: string;
  protocol: string;
}

export interface ToldExcess {
  line: number;
  text: string;
  /** How many packets, all five fields counted: a decimal number. */
  size: string;
  /** Largest first. */
  open: ToldOpen[];
  certainty: "certain" | "perhaps" | "undecided";
  counterexample?: ToldPacket;
}

export interface ToldShadow {
  line: number;
  text: string;
  kind: "shadowed" | "redundant";
  by: { line: number; text: string }[];
}

/** Lines by what was proved of them, whether they are told or not. */
export interface AuditCounts {
  /** Permit more than is needed. */
  excessive: number;
  /** Permit nothing that is not needed. */
  tight: number;
  /** Are never reached. */
  shadowed: number;
  /** Could go without changing anything. */
  redundant: number;
  /** Could not be decided within the limits. */
  undecided: number;
  /** False where some lines were not looked at. */
  complete: boolean;
}

/** Rules that are missing, in the firewall's own syntax, and where they belong. */
export interface ToldFix {
  text: string;
  /** What takes them away again. */
  remove: string;
  /**
   * Before which lines of which chains they stand, or at the end of which; `written` where `text`
   * puts them there itself.
   */
  places: { line: number; text: string; before: boolean; chain: string; written: boolean }[];
  /** Whether the flows are permitted with them there, by the same proof. */
  proved: boolean;
  needsPerson: { host: string; key: string }[];
}

/** What `jochi firewall verify --json` prints. */
export interface Verification {
  schema: "jochi.firewall-verification/1";
  vendor: string;
  guide: { id: string; edition: string };
  /** YYYY-MM-DD: rules that end before it are taken for ended. */
  today: string;
  sources: string[];
  flows: ToldFlow[];
  /** `none`: nothing beyond the flows was looked at. */
  audited: "none" | "sources" | "whole";
  /** What is certain first, largest first within it; `counts` says how many there are. */
  excess: ToldExcess[];
  shadowed: ToldShadow[];
  counts: AuditCounts;
  notUnderstood: { line: number; text: string; what: string }[];
  assumptions: { key: string; values: Record<string, string | number> }[];
  fix?: ToldFix;
}
