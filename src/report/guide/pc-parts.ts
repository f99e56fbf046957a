import type { Guide } from "../../guide/guide.ts";
import type { Text } from "../../guide/schema/common.ts";
import { plain } from "../../text/plain.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { longText, pick } from "../words.ts";
import type { Block, Section } from "./document.ts";
import { partId } from "./part-id.ts";

const section = (id: string, title: string, blocks: Block[]): Section => ({
  id,
  title,
  blocks,
  sections: [],
});

/** Browsers the service serves, and what it shows to the others. */
export function browserParts(guide: Guide, browsers: Guide["browsers"], lang: Lang): Section[] {
  const rules = browsers.map(({ id, title, note, unsupportedMessage }) =>
    section(partId("browser", id), say(lang, "guide.browser", { title: pick(title, lang) }), [
      ...(note ? [{ kind: "text" as const, text: pick(note, lang) }] : []),
      ...(unsupportedMessage
        ? [
            { kind: "text" as const, text: say(lang, "guide.browser.message") },
            { kind: "screen" as const, lines: linesOf(unsupportedMessage, lang) },
          ]
        : []),
    ]),
  );
  if (browsers.length === 0) return [];
  const settings = [
    ...guide.sites.map(({ pattern, purpose }) => `${pattern}: ${pick(purpose, lang)}`),
    ...[...guide.popups, ...guide.localNetwork].map(
      ({ title, origins }) => `${pick(title, lang)}: ${origins.join(", ")}`,
    ),
    ...guide.toolbars.map(({ title, names }) =>
      say(lang, "guide.browser.toolbar", { title: pick(title, lang), names: names.join(", ") }),
    ),
  ];
  const asked = section("settings", say(lang, "guide.browser.settings"), [
    { kind: "list", items: settings },
  ]);
  return settings.length > 0 ? [...rules, asked] : rules;
}

function linesOf(text: Text, lang: Lang): string[] {
  const words = (lang === "en" ? text.en : undefined) ?? text.ko;
  return words.split("\n").map((line) => plain(line, longText));
}

/** Programs by the names under which Windows lists them. */
export function programParts(programs: Guide["programs"], lang: Lang): Section[] {
  return programs.map((program) => {
    const { id, title, publisher, uninstallNames, services, installFolders, download } = program;
    const facts: [string, string | undefined][] = [
      [say(lang, "guide.program.listed"), uninstallNames.join(", ")],
      [say(lang, "guide.program.publisher"), publisher],
      [say(lang, "guide.program.minimum"), program.minimumVersion],
      [say(lang, "guide.program.services"), services?.join(", ")],
      [say(lang, "guide.program.folders"), installFolders?.join(", ")],
      [say(lang, "guide.program.download"), download?.url],
    ];
    const known = facts.flatMap(([name, value]): [string, string][] =>
      value ? [[name, value]] : [],
    );
    return section(partId("program", id), pick(title, lang), [{ kind: "facts", facts: known }]);
  });
}

/** Ports of the PC itself on which programs answer the page. */
export function agentParts(agents: Guide["agents"], lang: Lang): Section[] {
  if (agents.length === 0) return [];
  const title = say(lang, "guide.agents");
  const ports = ({ first, count }: { first: number; count: number }) =>
    count === 1 ? `${first}` : `${first}–${first + count - 1}`;
  return [
    section("agents", title, [
      {
        kind: "table",
        caption: title,
        head: ["what", "address", "port"].map((column) => say(lang, `guide.agents.${column}`)),
        rows: agents.map((agent) => [
          { lines: [pick(agent.title, lang)] },
          { lines: [agent.address] },
          { lines: [`${ports(agent.ports)} (${agent.protocol})`] },
        ]),
      },
    ]),
  ];
}

/** Files and folders that must be there, and how the printed guide wrote their paths. */
export function fileParts(files: Guide["files"], lang: Lang): Section[] {
  return files.map(({ id, title, paths, printed }) =>
    section(partId("file", id), pick(title, lang), [
      { kind: "list", items: [...paths] },
      ...(printed
        ? [{ kind: "text" as const, text: say(lang, "guide.file.printed", { path: printed }) }]
        : []),
    ]),
  );
}
