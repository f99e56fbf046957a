/** One connection to be made for real, and whether an answer came. */
export interface Attempt {
  protocol: "tcp" | "udp";
  source: string;
  sourcePort: number;
  destination: string;
  port: number;
}

/** `busy`: the source port was taken, so nothing was learned. */
export type Result = "answered" | "silent" | "busy";
