import { createHash } from "node:crypto";
import type { Guide } from "../../guide/guide.ts";
import { listGuides, loadGuide } from "../../guide/load.ts";
import { isPacked } from "../../own/files.ts";
import { publicationHtml } from "../../report/guide/publication/html.ts";
import { publicationMarkdown } from "../../report/guide/publication/markdown.ts";
import { publicationOf } from "../../report/guide/publication/of-guide.ts";
import { audiences, type Publication } from "../../report/guide/publication/publication.ts";
import { publicationText } from "../../report/guide/publication/text.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { isDay } from "../day.ts";
import { checkWritable } from "../files.ts";
import { choiceOf, pathOf, save } from "../firewall/options.ts";
import { firewallText } from "../firewall/text.ts";
import { Refusal } from "../refusal.ts";
import { guideCall } from "./call.ts";

interface Format {
  write(publication: Publication): Promise<Uint8Array> | string;
  /** What a file for Windows has before and between its lines; a screen gets the text as it is. */
  forFile?(text: string): string;
  /** Only a file can take it. */
  binary?: true;
}

const formats: Record<string, Format> = {
  html: { write: (publication) => publicationHtml(publication, sha256) },
  pdf: {
    binary: true,
    async write(publication) {
      const { publicationPdf } = await import("../../report/guide/publication/pdf.ts");
      const { TypstError } = await import("../../report/guide/typst.ts");
      try {
        return await publicationPdf(publication);
      } catch (error) {
        if (!(error instanceof TypstError)) throw error;
        throw new Refusal(say(publication.lang, "publication.refused.pdf", { why: error.message }));
      }
    },
  },
  md: { write: publicationMarkdown },
  // Old editors of Windows need both marks: which characters these are, and where a line ends.
  txt: { write: publicationText, forFile: (text) => `\ufeff${text.replaceAll("\n", "\r\n")}` },
};

/** `jochi guide render`: a guide as a document that a public office would print. */
export async function render(argv: string[], io: Io): Promise<number> {
  const options = {
    format: { type: "string" },
    audience: { type: "string" },
    today: { type: "string" },
    output: { type: "string" },
  } as const;
  const call = guideCall(argv, options, io);
  if (!call) return 0;
  const { output, today, ...values } = call.values;
  const words = firewallText[io.lang];
  const name = choiceOf("--format", values.format, Object.keys(formats), io);
  const format = formats[name]!;
  const audience =
    values.audience === undefined
      ? undefined
      : choiceOf("--audience", values.audience, audiences, io);
  if (today !== undefined && !isDay(today)) throw new Refusal(words.badDay("--today", today));
  if (format.binary && isPacked)
    throw new Refusal(say(io.lang, "publication.refused.packed", { format: name }));
  if (format.binary && output === undefined) throw new Refusal(words.onlyFile(name));
  const guide = loadGuide(call.name());
  if (output !== undefined) checkWritable(pathOf(output, io), words);
  const publication = publicationOf(guide, { lang: io.lang, audience, today }, earlier(guide));
  const written = await format.write(publication);
  if (output === undefined) {
    io.out(String(written));
    return 0;
  }
  const whole = typeof written === "string" ? (format.forFile?.(written) ?? written) : written;
  save(whole, output, io);
  return 0;
}

/** The edition that a guide takes the place of: as it says itself, else the next older one there is. */
function earlier({ id, edition, replaces }: Guide): Guide | undefined {
  const editions = listGuides().filter((each) => each.id === id);
  const at = editions.findIndex((each) => each.edition === edition);
  const found = replaces
    ? editions.find((each) => each.edition === replaces)
    : at < 0
      ? undefined
      : editions[at + 1];
  return found && loadGuide(found.folder);
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("base64");
}
