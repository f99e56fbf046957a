import type { Evidence } from "../../evidence/evidence.ts";
import type { Diagnosis } from "../../evidence/report.ts";
import type { Guide } from "../../guide/guide.ts";

/** One opening that a guide asks a firewall for. */
export interface Opening {
  /** The program whose opening it is. */
  program: string;
  /** The table in which it stands. */
  group: string;
  host: string;
  /** An address or a CIDR block; absent where only the name is documented. */
  address: string | undefined;
  ports: readonly [first: number, last: number];
  /** What is spoken: http, https, ldap, tcp, udp. */
  protocol: string;
  direction: "outbound" | "inbound";
  required: boolean;
}

/** Who else reads a guide: parts of the program that stand beside the lab and are handed in. */
export interface Readers {
  /** Judges evidence as the engine does. */
  judge(guide: Guide, evidence: Evidence): Diagnosis;
  openings(guide: Guide): Opening[];
  /** The symptom for each thing that a script on the page can see: `agent-silent:nos`. */
  signs(guide: Guide): Record<string, string>;
}
