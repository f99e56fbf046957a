import type { Guide } from "../../../src/guide/guide.ts";
import { rowId, rowsOf } from "../../../src/guide/guide.ts";

/** What a guide says, and the lines of the printed text that say so. */
export interface GuideFact {
  kind: string;
  value: string;
  from: number;
  to: number;
}

type Sourced = { source?: string | undefined };

/** Everything in a guide that has its source in the printed text, one entry for each value. */
export function guideFacts(guide: Guide): GuideFact[] {
  return [
    ...guide.sections.flatMap(({ number, title, paragraphs }) =>
      paragraphs.flatMap((each) => fact("section", `${number} ${title.ko}`, each)),
    ),
    ...guide.browsers.flatMap((each) => [
      ...fact("browser", `${each.browser} ${each.minimumVersion}`, each),
      ...fact("message", each.unsupportedMessage?.ko, each),
    ]),
    ...guide.popups.flatMap((each) => fact("popup", "popup", each)),
    ...guide.toolbars.flatMap((each) => each.names.flatMap((name) => fact("toolbar", name, each))),
    ...guide.sites.flatMap((each) => fact("site", each.pattern, each)),
    ...guide.wrong.flatMap((each) => [
      ...fact("wrong", each.entry, each),
      ...fact(
        "meant",
        `${each.entry} ${guide.sites.find(({ id }) => id === each.meant)?.pattern}`,
        each,
      ),
    ]),
    ...guide.programs.flatMap((each) => programFacts(each)),
    ...guide.certificates.flatMap((each) => [
      ...fact("certificate", each.file, each),
      ...fact("url", each.url, each),
      ...fact("store", `${each.file} ${each.store}`, each),
    ]),
    ...guide.groups.flatMap((each) => fact("group", each.title.ko, each)),
    ...guide.endpoints.flatMap((each) => [
      ...fact("host", each.host, each),
      ...rowsOf({ endpoints: [each] }).flatMap((row) => fact("row", rowId(row), each)),
      ...each.ports.flatMap(({ label }) => fact("label", label && `${each.host} ${label}`, each)),
    ]),
    ...guide.files.flatMap((each) => [
      ...fact("printed", each.printed, each),
      ...fact("folder", each.paths[0]!.split("\\").at(-1), each),
    ]),
    ...guide.remedies.flatMap((each) => remedyFacts(each)),
    ...fact("escalation", "escalation", guide.escalation),
  ];
}

function programFacts(program: Guide["programs"][number]): GuideFact[] {
  const { name, otherNames = [], download } = program;
  if (!download) return [];
  return [name, ...otherNames]
    .flatMap((each) => fact("program", each, { source: whole(download) }))
    .concat(fact("url", download.url, download), fact("file", download.file, download));
}

/** A program is named in many lines; which of them a guide cites is its own choice. */
const whole = ({ source = "" }: Sourced) => source.replace(/#.*$/, "#L1-L9999");

function remedyFacts(remedy: Guide["remedies"][number]): GuideFact[] {
  const { number, title, steps, warnings = [] } = remedy;
  return [
    ...(number === undefined ? [] : fact("remedy", `${number} ${title.ko}`, remedy)),
    ...warnings.flatMap((each) => fact("warning", "warning", each)),
    ...steps.flatMap((step) => [
      ...fact("app", step.app, step),
      ...fact("menu", step.menu?.join(" > "), step),
      ...(step.buttons ?? []).flatMap((each) => fact("button", each, step)),
      ...(step.labels ?? []).flatMap((each) => fact("caption", each, step)),
    ]),
  ];
}

function fact(kind: string, value: string | undefined, { source = "" }: Sourced): GuideFact[] {
  const match = /^printed-\d{4}#L(\d+)(?:-L(\d+))?$/.exec(source);
  if (!match || value === undefined) return [];
  return [{ kind, value, from: Number(match[1]), to: Number(match[2] ?? match[1]) }];
}

/** The facts that another guide has not, or has from other lines. */
export function lacking(guide: Guide, facts: readonly GuideFact[]): GuideFact[] {
  const have = guideFacts(guide);
  return facts.filter(
    ({ kind, value, from, to }) =>
      !have.some(
        (each) => each.kind === kind && each.value === value && each.from <= to && from <= each.to,
      ),
  );
}
