import type { Guide } from "../../../guide/guide.ts";
import { say } from "../../../text/say.ts";
import { pick } from "../../words.ts";
import { certificateTable } from "../certificate-table.ts";
import type { Section } from "../document.ts";
import { partId } from "../part-id.ts";
import { agentParts, browserParts, fileParts, programParts } from "../pc-parts.ts";
import { ageLinesOfAll, type Origin, originLine, originNote } from "./age.ts";
import type { Part, PartBlock, PublicationOptions } from "./publication.ts";
import { drawn } from "./symptoms.ts";

/** Browsers and the settings that they need; for an administrator, how to hand those out. */
export function browserPages(
  guide: Guide,
  browsers: Guide["browsers"],
  options: PublicationOptions,
): Part[] {
  const { lang, audience } = options;
  return browserParts(guide, browsers, lang).map((section) => {
    const own = browsers.find(({ id }) => partId("browser", id) === section.id);
    const part = partOf(section, options);
    if (own) return { ...part, blocks: [...part.blocks, ...originNote(own, options)] };
    const named: [string, Origin][] = [
      ...guide.sites.map((site): [string, Origin] => [site.pattern, site]),
      ...[...guide.popups, ...guide.localNetwork, ...guide.toolbars].map(
        (rule): [string, Origin] => [pick(rule.title, lang), rule],
      ),
    ];
    const deploy: PartBlock[] =
      audience === "payer"
        ? []
        : [
            {
              kind: "text",
              text: say(lang, "publication.deploy", { guide: `${guide.id}@${guide.edition}` }),
            },
          ];
    return { ...part, blocks: [...part.blocks, ...deploy, ...notesOf(named, options)] };
  });
}

export function programPages(programs: Guide["programs"], options: PublicationOptions): Part[] {
  return programParts(programs, options.lang).map((section, at) => {
    const part = partOf(section, options);
    const { download, ...program } = programs[at]!;
    const facts = { kind: "facts" as const, facts: moreFacts(programs[at]!, options) };
    const notes = [
      ...originNote(program, options),
      ...(download ? originNote(named(download, download.file), options) : []),
    ];
    const blocks = [...part.blocks, ...(facts.facts.length > 0 ? [facts] : []), ...joined(notes)];
    return { ...part, blocks: merged(blocks) };
  });
}

/** By what else a program and its installer are known. */
function moreFacts(
  { otherNames, processes, download, conflictsWith }: Guide["programs"][number],
  { lang }: PublicationOptions,
): [string, string][] {
  const signer = download?.publisher;
  const facts: [string, string | undefined][] = [
    ["other", otherNames?.join(", ")],
    ["processes", processes?.join(", ")],
    ["signer", signer && [signer.subject, signer.issuer].filter(Boolean).join(" · ")],
    ["hash", download?.sha256?.join(", ")],
    ["conflicts", conflictsWith?.flatMap(({ names }) => names).join(", ")],
  ];
  return facts.flatMap(([name, value]): [string, string][] =>
    value ? [[say(lang, `publication.program.${name}`), value]] : [],
  );
}

/** Facts that stand below one another as one list. */
function merged(blocks: readonly PartBlock[]): PartBlock[] {
  const list: PartBlock[] = [];
  for (const block of blocks) {
    const above = list.at(-1);
    if (above?.kind === "facts" && block.kind === "facts")
      list[list.length - 1] = { kind: "facts", facts: [...above.facts, ...block.facts] };
    else list.push(block);
  }
  return list;
}

/** The source of a file that a program's own source does not cover. */
function named(origin: Origin, name: string): Origin {
  return origin.source === undefined ? origin : { ...origin, source: `${origin.source} (${name})` };
}

export function agentPages(agents: Guide["agents"], options: PublicationOptions): Part[] {
  const origins = agents.map((agent): [string, Origin] => [pick(agent.title, options.lang), agent]);
  return agentParts(agents, options.lang).map((section) => {
    const part = partOf(section, options);
    return { ...part, blocks: [...part.blocks, ...notesOf(origins, options)] };
  });
}

export function filePages(files: Guide["files"], options: PublicationOptions): Part[] {
  return fileParts(files, options.lang).map((section, at) => {
    const part = partOf(section, options);
    return { ...part, blocks: [...part.blocks, ...originNote(files[at]!, options)] };
  });
}

export function certificatePages(
  certificates: Guide["certificates"],
  options: PublicationOptions,
): Part[] {
  const origins = certificates.flatMap((certificate): [string, Origin][] => [
    [certificate.file, certificate],
    ...certificate.candidates.map((each): [string, Origin] => [each.subject, each]),
  ]);
  return certificateTable(certificates, options.lang).map((section) => {
    const part = partOf(section, options);
    return { ...part, blocks: [...part.blocks, ...notesOf(origins, options)] };
  });
}

/** A section of the guide's document, with its messages drawn as windows. */
export function partOf(
  { id, title, blocks, sections }: Section,
  options: PublicationOptions,
): Part {
  return {
    id,
    title,
    blocks: blocks.map((block) => drawn(block, title, options.lang)),
    parts: sections.map((section) => partOf(section, options)),
  };
}

/** A line for each; what was verified longest ago speaks for all of them. */
function notesOf(origins: [string, Origin][], options: PublicationOptions): PartBlock[] {
  const lines = origins.flatMap(([name, origin]) => {
    const words = originLine(origin, options.lang);
    return words === "" ? [] : [`${name}: ${words}`];
  });
  const ages = ageLinesOfAll(
    origins.map(([, origin]) => origin),
    options,
  );
  const all = [...lines, ...ages];
  return all.length > 0 ? [{ kind: "note", lines: all }] : [];
}

function joined(notes: Extract<PartBlock, { kind: "note" }>[]): PartBlock[] {
  const lines = [...new Set(notes.flatMap((note) => note.lines))];
  return lines.length > 0 ? [{ kind: "note", lines }] : [];
}
