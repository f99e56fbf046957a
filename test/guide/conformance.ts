import { readFileSync } from "node:fs";
import { type Guide, rowsOf } from "../../src/guide/guide.ts";

/** One fact of the printed guide, and the line of its text. */
export interface PrintedFact {
  kind: string;
  value: string;
  line: number;
}

export function printedFacts(): PrintedFact[] {
  const path = new URL("printed-facts.json", import.meta.url);
  return JSON.parse(readFileSync(path, "utf8")) as PrintedFact[];
}

/** Where in a guide the facts of each kind belong, and what stands there. */
const places: Record<string, (guide: Guide) => (string | undefined)[]> = {
  title: ({ title }) => [title.ko],
  audience: ({ audience }) => [audience.ko],
  edition: ({ edition }) => [edition],
  section: ({ sections }) => sections.map(({ number, title }) => `${number} ${title.ko}`),
  browser: ({ browsers }) =>
    browsers.map(({ browser, minimumVersion }) => `${browser.toUpperCase()} ${minimumVersion}`),
  "unsupported-browser": ({ browsers }) =>
    browsers
      .filter(({ browser }) => browser === "ie")
      .map(({ minimumVersion }) => `Internet Explorer ${minimumVersion - 1}`),
  message: ({ browsers }) => browsers.map(({ unsupportedMessage }) => unsupportedMessage?.ko),
  remedy: ({ remedies }) => remedies.map(({ number, title }) => `${number} ${title.ko}`),
  site: ({ sites }) => sites.map(({ pattern }) => pattern),
  "wrong-site": ({ wrong }) => wrong.map(({ entry }) => entry),
  // The short name of a toolbar is the first word of its title.
  toolbar: ({ toolbars }) =>
    toolbars.flatMap(({ title, names }) => [...names, title.ko.split(" ")[0]]),
  program: ({ programs }) => programs.flatMap(({ name, otherNames = [] }) => [name, ...otherNames]),
  "short-name": ({ programs }) => programs.flatMap(({ otherNames = [] }) => otherNames),
  url: ({ programs, certificates }) => [
    ...programs.map(({ download }) => download?.url),
    ...certificates.map(({ url }) => url),
  ],
  file: ({ programs, certificates }) => [
    ...programs.map(({ download }) => download?.file),
    ...certificates.map(({ file }) => file),
  ],
  group: ({ groups, programs }) =>
    groups.flatMap(({ title, program }) =>
      (programs.find(({ id }) => id === program)?.otherNames ?? []).map(
        (name) => `${name} ${title.ko}`,
      ),
    ),
  host: ({ endpoints }) => endpoints.map(({ host }) => host),
  address: ({ endpoints }) =>
    endpoints.flatMap(({ host, addresses }) => addresses.map((address) => `${host} ${address}`)),
  port: ({ endpoints }) =>
    endpoints.flatMap(({ host, ports }) => ports.map(({ port }) => `${host} ${port}`)),
  "port-label": ({ endpoints }) =>
    endpoints.flatMap(({ host, ports }) => ports.map(({ label }) => `${host} ${label}`)),
  row: (guide) =>
    rowsOf(guide).map(({ group, host, address, port }) => {
      const title = guide.groups.find(({ id }) => id === group)?.title.ko;
      return `${title} ${host}|${address}:${port}`;
    }),
  path: ({ files }) => files.map(({ printed }) => printed),
  folder: ({ files }) => files.flatMap(({ paths }) => paths.map((path) => path.split("\\").at(-1))),
};

type Step = Guide["remedies"][number]["steps"][number];

/** Facts of one step: the same words elsewhere do not stand in for them. */
const stepPlaces: Record<string, (step: Step) => (string | undefined)[]> = {
  app: ({ app }) => [app],
  menu: ({ menu }) => [menu?.join(" > ")],
  button: ({ buttons = [] }) => buttons,
  label: ({ labels = [] }) => labels,
  window: ({ labels = [] }) => labels,
};

export const stepKinds: readonly string[] = Object.keys(stepPlaces);

/** The facts that a guide does not have in the place where they belong. */
export function missingFacts(guide: Guide, facts: readonly PrintedFact[]): PrintedFact[] {
  const have = new Map<string, Set<string | undefined>>();
  return facts.filter(({ kind, value, line }) => {
    const place = places[kind];
    const ofStep = stepPlaces[kind];
    if (ofStep) {
      const here = guide.remedies.flatMap(({ steps }) => steps.filter((step) => cites(step, line)));
      return !here.some((step) => ofStep(step).includes(value));
    }
    if (!place) return true;
    if (!have.has(kind)) have.set(kind, new Set(place(guide)));
    return !have.get(kind)!.has(value);
  });
}

/** Whether something has its source in this line of the printed text. */
export function cites({ source = "" }: { source?: string | undefined }, line: number): boolean {
  const match = /^printed-2018#L(\d+)(?:-L(\d+))?$/.exec(source);
  return !!match && Number(match[1]) <= line && line <= Number(match[2] ?? match[1]);
}

/** Whether anything in a guide has its source in this line of the printed text. */
export function isCited(part: unknown, line: number): boolean {
  if (typeof part !== "object" || part === null) return false;
  if ("source" in part && typeof part.source === "string" && cites({ source: part.source }, line)) {
    return true;
  }
  return Object.values(part).some((inner) => isCited(inner, line));
}
