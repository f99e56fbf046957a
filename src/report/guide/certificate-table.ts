import type { Guide } from "../../guide/guide.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { pick } from "../words.ts";
import type { Cell, Section } from "./document.ts";

type Candidate = Guide["certificates"][number]["candidates"][number];

/** Certificate files, what each is for, and by which fingerprints it is recognised. */
export function certificateTable(certificates: Guide["certificates"], lang: Lang): Section[] {
  if (certificates.length === 0) return [];
  const title = say(lang, "guide.certificates");
  return [
    {
      id: "certificates",
      title,
      blocks: [
        {
          kind: "table",
          caption: title,
          head: ["file", "purpose", "which"].map((column) =>
            say(lang, `guide.certificates.${column}`),
          ),
          rows: certificates.map((certificate) => cells(certificate, lang)),
        },
        { kind: "warning", text: say(lang, "guide.certificates.beware") },
      ],
      sections: [],
    },
  ];
}

function cells(certificate: Guide["certificates"][number], lang: Lang): Cell[] {
  const { title, file, url, purpose, candidates, replacement } = certificate;
  const which = candidates.flatMap((candidate) => candidateLines(candidate, lang));
  const instead = replacement && pick(replacement.text, lang);
  return [
    { lines: [pick(title, lang), file, url] },
    { lines: [pick(purpose, lang)] },
    { lines: instead ? [...which, say(lang, "guide.certificates.instead"), instead] : which },
  ];
}

function candidateLines(candidate: Candidate, lang: Lang): string[] {
  const { subject, sha1, sha256, notBefore, notAfter, distrusted, certainty } = candidate;
  return [
    certainty === "inferred" ? `${subject} (${say(lang, "guide.inferred")})` : subject,
    ...(notAfter ? [`${notBefore ?? ""} – ${notAfter}`.trim()] : []),
    ...(sha256 ? [`SHA-256 ${sha256}`] : []),
    ...(sha1 ? [`SHA-1 ${sha1}`] : []),
    ...(distrusted ? [pick(distrusted.note, lang)] : []),
  ];
}
