import type { ImportOptions, Note } from "../../importer.ts";
import { standsFor } from "../../notes.ts";
import type { DraftSection } from "../draft.ts";
import { type Context, place, text, toWrite } from "./context.ts";
import { document, type Mapping, map, mark } from "./yaml.ts";

const head = [
  "인쇄본의 글에서 뽑은 초안입니다. ‘확인:’이 붙은 줄은 글만으로 정할 수 없었으니 하나씩 살펴 주세요.",
  "장마다 audience(payer, network, admin 가운데 누가 읽는지)는 장에 든 것을 보고 넣었습니다.",
  "문장은 인쇄본 그대로입니다. 저작물일 수 있으니 뜻을 살려 우리 말로 고쳐 쓰고, 영어(en)도 붙여 주세요.",
];

interface Cover {
  id: string;
  edition: string;
  notes: readonly Note[];
  options: ImportOptions;
}

/** What was told of the text stays with the draft: a terminal is soon closed. */
function remarks(notes: readonly Note[]): string[] {
  const doubts = notes.filter(({ severity }) => severity !== "info");
  const unread = notes.filter(({ kind }) => kind === "line-unread" || kind === "cell-unread");
  return [
    ...listed(`${mark} 글에서 걸린 곳`, doubts, ({ words }) => words.ko),
    ...listed(`${mark} 읽지 않은 곳`, unread, ({ words }) => words.ko.replace(/^[^:]+: /, "")),
  ];
}

/** More than these are not for a comment; the import itself tells more of them. */
const mostRemarks = 100;

function listed(title: string, notes: readonly Note[], said: (note: Note) => string): string[] {
  if (notes.length === 0) return [];
  const lines = notes.slice(0, mostRemarks).map((note) => `  ${note.line}번째 줄: ${said(note)}`);
  const left = notes.slice(mostRemarks).reduce((sum, note) => sum + standsFor(note), 0);
  return ["", title, ...lines, ...(left > 0 ? [`  그 밖에 ${left}곳`] : [])];
}

/** guide.yaml: the cover, the sections, and what to do when everything has failed. */
export function guideFile(context: Context, { id, edition, notes, options }: Cover): string {
  const { draft, source } = context;
  const title = draft.title?.text ?? `${toWrite} 제목`;
  const root = map("schema", "jochi.guide/1")
    .set("id", id, !options.id && "파일 이름에서 만든 id입니다. 서비스 이름으로 바꿔 주세요")
    .set(
      "edition",
      edition,
      !draft.edition && !options.edition && "인쇄본에 판이 없어 오늘의 해를 넣었습니다",
    )
    .set("title", text(title), !draft.title && "표지에서 제목을 찾지 못했습니다")
    .set(
      "audience",
      text(draft.audience?.text ?? `${toWrite} 누구를 위한 안내서인지`),
      !draft.audience && "누구를 위한 것인지 표지에 없습니다",
    )
    .set("published", draft.edition?.text ?? edition)
    .set("service", text(title), "제목을 그대로 넣었습니다. 서비스 이름으로 바꿔 주세요")
    .set("sources", [
      map("id", source)
        .set("title", text(`${title} (${draft.edition?.text ?? edition})`))
        .set("published", draft.edition?.text)
        .set("retrievedOn", options.day)
        .set(
          "about",
          text(`${options.file}에서 옮겼습니다. #L 뒤의 숫자는 그 글의 줄 번호입니다.`),
          "누가 펴냈고 어디서 받을 수 있는지 publisher와 url에 적어 주세요",
        ),
    ])
    .list(
      "sections",
      draft.sections.map((section) => sectionOf(context, section)),
    )
    .set("escalation", escalation(context));
  return document([...head, ...remarks(notes)], root);
}

function sectionOf(context: Context, section: DraftSection): Mapping {
  const { id, number, title, paragraphs, contains, readers } = section;
  return map("id", id)
    .set("number", number)
    .set("title", text(title))
    .list("audience", ["payer", ...readers])
    .list(
      "paragraphs",
      paragraphs.map((said) => map("text", text(said.text)).set("source", place(context, said))),
    )
    .list("contains", contains);
}

function escalation(context: Context): Mapping {
  const { draft } = context;
  const last = draft.remedies.at(-1);
  if (draft.escalation) {
    const { remedy, text: said } = draft.escalation;
    const words = remedy.steps.map((step) => step.text).join(" ") || said;
    return map("text", text(words), "이어지는 단계를 모두 붙였습니다. 한두 문장으로 줄여 주세요")
      .set("remedy", remedy.id)
      .set("source", place(context, remedy));
  }
  return map("text", text(`${toWrite} 모두 해 본 다음에 할 일`), "인쇄본에 없습니다")
    .set("remedy", last?.id ?? "to-be-written", "가장 나중에 할 조치로 바꿔 주세요")
    .set("source", last ? place(context, last) : context.source);
}
