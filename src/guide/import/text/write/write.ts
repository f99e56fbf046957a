import type { Imported, ImportOptions, Note } from "../../importer.ts";
import { causesBehind } from "../causes.ts";
import { addOnce, type Draft, firewallId } from "../draft.ts";
import { causesFile } from "./causes.ts";
import type { Context } from "./context.ts";
import { endpointsFile } from "./endpoints.ts";
import {
  browsersFile,
  certificatesFile,
  filesFile,
  programsFile,
  sitesFile,
} from "./environment.ts";
import { guideFile } from "./guide.ts";
import { remediesFile } from "./remedies.ts";
import { symptomsFile } from "./symptoms.ts";

/** The draft as the files of a guide's folder. */
export function writeDraft(
  draft: Draft,
  notes: readonly Note[],
  options: ImportOptions,
): Omit<Imported, "notes"> {
  const edition = options.edition ?? draft.edition?.text ?? options.day.slice(0, 4);
  const id = options.id ?? idOfFile(options.file);
  const year = draft.edition?.text.slice(0, 4);
  const context: Context = {
    draft,
    source: year ? `printed-${year}` : "printed",
    verifiedOn: draft.edition && `${draft.edition.text.replace(".", "-")}-01`,
  };
  placeRequest(draft);
  placeSymptoms(draft);
  const texts: Record<string, string | undefined> = {
    guide: guideFile(context, { id, edition, notes, options }),
    endpoints: endpointsFile(context),
    sites: draft.sites.length + draft.wrong.length > 0 ? sitesFile(context) : undefined,
    browsers: hasBrowsers(draft) ? browsersFile(context) : undefined,
    programs: draft.programs.length > 0 ? programsFile(context) : undefined,
    certificates: draft.certificates.length > 0 ? certificatesFile(context) : undefined,
    files: draft.files.length > 0 ? filesFile(context) : undefined,
    symptoms: draft.symptoms.length > 0 ? symptomsFile(context) : undefined,
    causes: causesFile(context),
    remedies: draft.remedies.length + draft.groups.length > 0 ? remediesFile(context) : undefined,
  };
  const files = Object.entries(texts).flatMap(([name, body]) =>
    body === undefined ? [] : [{ name: `${name}.yaml`, text: schemaLine(name) + body }],
  );
  return { id, edition, files };
}

/** The section with the tables holds what is asked with them. */
function placeRequest({ groups, sections }: Draft): void {
  const [first] = groups;
  const section = first && sections.find(({ contains }) => contains.includes(first.id));
  if (section) addOnce(section.contains, firewallId);
}

/** A symptom stands before whatever else its section holds. */
function placeSymptoms(draft: Draft): void {
  const behind = causesBehind(draft);
  for (const symptom of draft.symptoms.toReversed()) {
    if (behind(symptom).length > 0) symptom.section?.contains.unshift(symptom.id);
  }
}

function hasBrowsers({ browsers, toolbars, remedies }: Draft): boolean {
  const popups = remedies.some(({ steps }) => steps.some((step) => step.popups));
  return browsers.length + toolbars.length > 0 || popups;
}

/** A name for the guide until it has one of its own. */
function idOfFile(file: string): string {
  const base = file.split(/[\\/]/).at(-1) ?? "";
  const kebab = base
    .replace(/\.\w+$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return kebab || "printed-guide";
}

function schemaLine(kind: string): string {
  return `# yaml-language-server: $schema=../../../schemas/${kind}.schema.json\n`;
}
