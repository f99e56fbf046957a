import type { Certainty, CheckVerdict, Owner, Verdict } from "./verdict.ts";

/**
 * A reason as data: a key of `src/text` and what fills its gaps. Reports carry reasons in words of
 * one language; the engine, which knows no language, carries these.
 */
export interface Reason {
  key: string;
  with?: Record<string, string | number>;
}

/** Verdict of each step of one row's way, kept apart from the verdict of the whole. */
export interface Layers {
  name: Verdict | "not-tested";
  tcp: Verdict | "not-tested";
  tls: Verdict | "not-tested" | "not-applicable";
  app: Verdict | "not-tested" | "not-applicable";
}

/** One documented row, or one address outside the documented set that the name led to. */
export interface EndpointResult {
  host: string;
  address: string;
  port: number;
  protocol: "http" | "https" | "ldap" | "tcp";
  group: string;
  documented: boolean;
  verdict: Verdict;
  layers: Layers;
  because: Reason[];
  /** The one test that would decide, where the verdict is a parent or `insufficient`. */
  decidedBy?: Reason;
  /** From the first packet to the last answer, ms; null where nothing was tested. */
  ms: number | null;
}

export interface CheckResult {
  id: string;
  /** `endpoint`, `resolver`, `clock`, `proxy`, `hosts`, `agent`, `site`, `browser`, … */
  kind: string;
  verdict: CheckVerdict;
  because: Reason[];
}

export interface Finding {
  cause: string;
  certainty: Certainty;
  owner: Owner;
  /** Row ids (`host|address:port`) or requirement ids. */
  subjects: string[];
  /** Ids of the checks that this cause explains. */
  explains: string[];
  because: Reason[];
  overturnedBy: Reason;
  remedies: string[];
}

export interface PlanStep {
  remedy: string;
  owner: Owner;
  minutes: number;
  automatic: boolean;
  /** Why it comes where it comes. */
  why?: Reason;
}

/** What to do, or to ask, first: what is expected to cost least in the end. */
export interface NextStep {
  /** `help`: nothing that is left is worth trying. */
  kind: "remedy" | "question" | "help";
  /** A remedy or a question of the guide; empty where help is to be called. */
  id: string;
  /** Remedies that are done together with it before the service is tried once more. */
  together: string[];
  why: Reason[];
  /** Minutes until it works or help has been called, on average. */
  minutes: number;
}

/** What the engine concludes: no language yet. `report/` turns it into jochi.report/1 and pages. */
export interface Diagnosis {
  guide: { id: string; edition: string };
  startedAt: string;
  durationMs: number;
  symptom?: string;
  endpoints: EndpointResult[];
  checks: CheckResult[];
  findings: Finding[];
  plan: PlanStep[];
  /** Absent where nothing is wrong, or nothing is known that could be done. */
  next?: NextStep;
}

/** What was seen, before anybody has thought about what to do about it. */
export type Seen = Omit<Diagnosis, "plan" | "next">;
