import type { PageSign } from "../../guide/schema/symptom.ts";
import type { BrowserId } from "./browser-of.ts";

/** What the script carries of a guide. */
export interface Facts {
  rules: BrowserFact[];
  /** What must answer on this PC. */
  roles: RoleFact[];
  /** Symptom ids by `sign` and, of one agent only, by `sign:role`. */
  symptoms: Record<string, string>;
  /** Where the page that helps is; empty where nobody said. */
  page: string;
  /** The words of the link that leads there. */
  linkWords: string;
}

export interface BrowserFact {
  browser: BrowserId;
  /** First major version that is served. */
  minimum: number;
  /** What an older one is shown, line by line. */
  notice: string[];
}

/** Agents that are alternatives: one that answers is enough. */
export interface RoleFact {
  role: string;
  agents: AgentFact[];
}

/** An agent that a page can ask by its address on this PC. */
export interface AgentFact {
  scheme: "https" | "http" | "wss";
  address: string;
  first: number;
  count: number;
  path: string;
}

/** What may be handed to the payer: which symptom of the guide this is, and where help for it is. */
export interface Explanation {
  code: PageSign | "unknown";
  /** Empty where the guide has none for it. */
  symptom: string;
  /** Empty where the script was made without a page to lead to. */
  link: string;
}
