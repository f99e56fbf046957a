import type { SignWanted } from "../../../src/trust/stage/sign.ts";

/** What a program of the test does to the PC when it is started: .reg text, and files (null: gone). */
export interface Does {
  /** Services that run from then on, or no longer. */
  services?: Record<string, { runs: boolean; program: string }>;
  registry?: string;
  registry32?: string;
  files?: Record<string, string | null>;
}

/** Cause, what it is about, and who has to act, as `jochi.report/1` says them. */
export type Found = [cause: string, subjects: string, owner: string];

/** One way in which a PC is broken: data on top of the healthy PC. */
export interface BrokenPc {
  name: string;
  registry?: string;
  registry32?: string;
  files?: Record<string, string | null>;
  /** Bytes that no text can hold, by Windows path. */
  bytes?: Record<string, Uint8Array>;
  /** Programs that somebody signed, by Windows path. */
  signed?: Record<string, SignWanted>;
  /** Services that do not run. */
  stopped?: string[];
  /** Faults of the simulated network and of the agents on the PC. */
  faults?: string[];
  /** A user without an administrator's rights. */
  ordinary?: true;
  /** Programs that can be started, by Windows path. */
  programs?: Record<string, Does>;
  /** Checks to which there is no answer on such a PC. */
  open?: string[];
  /** Exactly these. */
  finds: Found[];
  treats?: {
    remedy: string;
    /** Codes with which parts of it are refused. */
    refused?: string[];
    /** What it says of why, in English. */
    says?: RegExp;
    /** What Jochi cannot put right on this PC is found again. */
    leaves?: Found[];
    /** The faults afterwards, where a program that runs again answers, or a name is found. */
    afterwards?: string[];
    /** What was removed, replaced or half there does not come back, and that is said. */
    lasting?: true;
  };
  /** Why Wine cannot play it; absent where it does. */
  notUnderWine?: string;
  /** Played under Wine in every run, and not only on request. */
  always?: true;
}
