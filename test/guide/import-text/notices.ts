import { draftOf, guideOf } from "./_draft.ts";

/** What a draft of a notice says, each with the lines that say so; and what was told. */
export function readNotice(text: string) {
  const drafted = draftOf(text);
  const guide = guideOf(drafted);
  const at = ({ source = "" }: { source?: string | undefined }) => source.replace(/^[^#]*#?/, "");
  return {
    cover: [guide.title.ko, guide.edition, guide.audience.ko],
    sections: guide.sections.map(({ number, title }) => `${number} ${title.ko}`),
    paragraphs: guide.sections.flatMap(({ paragraphs }) =>
      paragraphs.map((each) => `${at(each)} ${each.text.ko}`),
    ),
    endpoints: guide.endpoints.map((each) => {
      const { group, host, addresses, ports, purpose, direction } = each;
      const title = guide.groups.find(({ id }) => id === group)!.title.ko;
      const said = ports.map(({ port, to, protocol, label }) =>
        [port, to ? `-${to}` : "", `/${protocol}`, label ? ` (${label})` : ""].join(""),
      );
      return [at(each), title, host, addresses.join(", "), said.join(", "), purpose.ko, direction]
        .filter((part) => part !== undefined)
        .join(" | ");
    }),
    browsers: guide.browsers.map((each) => `${at(each)} ${each.browser} ${each.minimumVersion}`),
    sites: guide.sites.map((each) => `${at(each)} ${each.pattern}`),
    downloads: [
      ...guide.programs.flatMap(({ name, download }) =>
        download ? [`${at(download)} ${name} ${download.url}`] : [],
      ),
      ...guide.certificates.map((each) => `${at(each)} ${each.url}`),
    ],
    files: guide.files.map((each) => `${at(each)} ${each.paths[0]}`),
    steps: guide.remedies.flatMap(({ steps }) =>
      steps.map((each) => `${at(each)} ${each.text.ko}`),
    ),
    warnings: guide.remedies.flatMap(({ warnings = [] }) =>
      warnings.map((each) => `${at(each)} ${each.text.ko}`),
    ),
    told: drafted.notes.map(({ line, kind, words }) => `${line} ${kind}: ${words.ko}`),
  };
}
