import type { Policy } from "../policy.ts";
import type { Source } from "../source.ts";

export interface ReadOptions {
  /** The hook of a host firewall to judge; a firewall between networks forwards. */
  hook: "forward" | "input" | "output" | undefined;
  /** What `ipset save` or `ipset list` printed, where the rules refer to sets. */
  ipset: Source | undefined;
  /** An access list to judge that no interface uses. */
  list: string | undefined;
  /**
   * The day by which the configuration is judged, YYYY-MM-DD: a rule that ended before it matches
   * nothing any more. Without a day, such a rule may match.
   */
  today: string | undefined;
}

/** What tells one kind of configuration from the others: small, because all are asked at once. */
export interface Kind {
  /** The vendor's id, and the file's name. */
  id: string;
  title: string;
  /** The command that prints what the reader reads, for people who brought something else. */
  command: string;
  /** How sure the first lines (at most 64 KiB) are of this kind: 0 not at all, 1 certain. */
  recognise(head: string): number;
}

/** Understands one kind of configuration. It decides nothing about flows. */
export interface Reader extends Kind {
  /** Throws ConfigError where this cannot be such a configuration. */
  read(source: Source, options: ReadOptions): Policy;
}

export const noOptions: ReadOptions = {
  hook: undefined,
  ipset: undefined,
  list: undefined,
  today: undefined,
};
