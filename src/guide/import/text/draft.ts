import { GuideError } from "../../error.ts";
import type { Protocol } from "../../schema/endpoint.ts";

/** The lines that something was read from, first and last. */
export interface Span {
  from: number;
  to: number;
}

/** Words and the lines they stand on. */
export interface Said extends Span {
  text: string;
}

export interface DraftSection extends Span {
  id: string;
  number: number;
  title: string;
  paragraphs: Said[];
  /** Ids of what stands in it, in the order of the lines. */
  contains: string[];
  /** Whom it is for beside whoever uses the service. */
  readers: ("network" | "admin")[];
}

export type BrowserName = "ie" | "edge" | "chrome" | "whale" | "firefox";

export interface DraftBrowser extends Span {
  id: string;
  browser: BrowserName;
  name: string;
  minimum: number;
  message?: Said;
  /** The line that says which versions are not served. */
  unsupported?: Said;
}

export interface DraftSite extends Span {
  id: string;
  pattern: string;
}

export interface DraftWrong extends Span {
  entry: string;
}

export interface DraftToolbar extends Span {
  id: string;
  /** By which its two names are known to be of one toolbar. */
  maker: string;
  title: string;
  names: string[];
  /** The text has no name of it that a PC would show. */
  unnamed: boolean;
}

export interface DraftProgram extends Span {
  id: string;
  name: string;
  otherNames: string[];
  download?: Span & { url: string; file: string };
  /** Run once: a file that no named program stands behind. */
  tool: boolean;
  /** Not named by the text: made so that a table belongs to something. */
  unnamed: boolean;
}

export interface DraftCertificate extends Span {
  id: string;
  file: string;
  url: string;
}

export interface DraftGroup extends Span {
  id: string;
  title: string;
  program: string;
}

export interface DraftPort {
  port: number;
  to?: number;
  protocol: Protocol | "udp";
  label?: string;
  /** The text does not say what is spoken on it. */
  guessed: boolean;
}

export interface DraftEndpoint extends Span {
  id: string;
  group: string;
  host: string;
  addresses: { text: string; line: number }[];
  ports: DraftPort[];
  /** What of the row could not be read, as it stands there. */
  lost: string[];
  purpose?: Said;
  /** What stands in its column for remarks. */
  remark?: string;
  /** The service opens the connection. */
  inbound?: boolean;
  /** Its table has no heading: what each cell is was told from the cells. */
  guessed: boolean;
  /** The line whose ports these are, where its own cell is empty. */
  mergedFrom?: number;
}

export interface DraftFile extends Span {
  id: string;
  printed: string;
  path: string;
  /** The folder below it that has to be there. */
  folder?: string;
  damaged: boolean;
}

export interface DraftStep extends Span {
  text: string;
  app?: string;
  menu?: string[];
  buttons: string[];
  labels: string[];
  sites: string[];
  programs: string[];
  toolbars: string[];
  certificates: string[];
  files: string[];
  popups: boolean;
}

export interface DraftSymptom extends Span {
  id: string;
  text: string;
  /** Numbers of the remedies that are for it. */
  remedies: number[];
  section: DraftSection | undefined;
}

export interface DraftRemedy extends Span {
  id: string;
  number?: number;
  title: string;
  /** The heading is not one of its own. */
  untitled: boolean;
  section?: DraftSection;
  steps: DraftStep[];
  warnings: Said[];
}

/** What was read of a text, each with its lines. */
export interface Draft {
  /** The text, as its refusals call it. */
  file: string;
  /** Every id that is taken, and by which number the next like it may be told apart. */
  ids: Map<string, number>;
  /** How many addresses its endpoints have together. */
  addresses: number;
  /** Programs by each of their names. */
  byName: Map<string, DraftProgram>;
  title?: Said;
  audience?: Said;
  edition?: Said;
  sections: DraftSection[];
  browsers: DraftBrowser[];
  sites: DraftSite[];
  wrong: DraftWrong[];
  toolbars: DraftToolbar[];
  programs: DraftProgram[];
  certificates: DraftCertificate[];
  groups: DraftGroup[];
  endpoints: DraftEndpoint[];
  files: DraftFile[];
  symptoms: DraftSymptom[];
  remedies: DraftRemedy[];
  escalation?: Said & { remedy: DraftRemedy };
}

export function emptyDraft(file: string): Draft {
  return {
    file,
    ids: new Map([popupId, firewallId].map((id) => [id, 2])),
    addresses: 0,
    byName: new Map(),
    sections: [],
    browsers: [],
    sites: [],
    wrong: [],
    toolbars: [],
    programs: [],
    certificates: [],
    groups: [],
    endpoints: [],
    files: [],
    symptoms: [],
    remedies: [],
  };
}

export function newStep(text: string, line: number): DraftStep {
  const none = { buttons: [], labels: [], sites: [], programs: [], toolbars: [] };
  return { text, from: line, to: line, ...none, certificates: [], files: [], popups: false };
}

/** Adds to a list what it does not have yet. */
export function addOnce<T>(list: T[], value: T): void {
  if (!list.includes(value)) list.push(value);
}

/** Things that are read of one text; a printed guide has a few hundred. */
const mostThings = 6_000;

/** Throws GuideError where a text has more in it than any printed guide. */
export function refuseTooMany({ file }: Draft, things: number): void {
  if (things <= mostThings) return;
  throw new GuideError(
    { file },
    {
      ko: `주소·프로그램·단계 같은 것 ${mostThings}개 넘음`,
      en: `more than ${mostThings} programs, addresses and the like`,
    },
    { ko: `${mostThings}개 이하`, en: `at most ${mostThings}` },
  );
}

/**
 * An id of a name: kebab-case in ASCII, and one that nothing else of the guide has. Throws
 * GuideError where there are too many.
 */
export function idFrom(draft: Draft, name: string, fallback: string): string {
  const { ids } = draft;
  const kebab = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
  const base = kebab || fallback;
  let id = base;
  for (let count = ids.get(base) ?? 2; ids.has(id); count += 1) {
    id = `${base}-${count}`;
    ids.set(base, count + 1);
  }
  ids.set(id, 2);
  refuseTooMany(draft, ids.size);
  return id;
}

/** Ids of what is made of the draft rather than read. */
export const popupId = "service-popup";
export const firewallId = "firewall-request";
