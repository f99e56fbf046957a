import { type DraftRemedy, type DraftStep, firewallId, popupId } from "../draft.ts";
import { type Context, grounded, place, text } from "./context.ts";
import { document, Mapping, map } from "./yaml.ts";

const head = [
  "owner(누가 하는지)와 minutes(몇 분 걸리는지)는 인쇄본에 없어 임시로 넣은 것입니다.",
  "Jochi가 대신 할 수 있는 단계에는 action을 적고, 모두 그러면 automatic을 true로 바꿉니다.",
];

/** remedies.yaml: what is done, in the order of the text. */
export function remediesFile(context: Context): string {
  const { draft } = context;
  const remedies = draft.remedies.map((remedy) => remedyOf(context, remedy));
  const request = firewallRequest(context);
  return document(
    head,
    new Mapping().list("remedies", request ? [...remedies, request] : remedies),
  );
}

function remedyOf(context: Context, remedy: DraftRemedy): Mapping {
  const { id, number, title, untitled, steps, warnings } = remedy;
  const all = steps.length > 0 ? steps : undefined;
  const isAdmin = steps.some(
    ({ programs, certificates }) => programs.length + certificates.length > 0,
  );
  const mapping = map("id", id)
    .set("number", number)
    .set("title", text(title), untitled && "제목이 따로 없어 장의 제목을 넣었습니다")
    .set("owner", isAdmin ? "pc-admin" : "user")
    .set("minutes", 5)
    .set("automatic", false)
    .set(
      "warnings",
      warnings.map((said) => map("text", text(said.text)).set("source", place(context, said))),
    )
    .list(
      "steps",
      all
        ? all.map((step) => stepOf(context, step))
        : [map("text", text(title)).set("source", place(context, remedy))],
      !all && "제목 아래에서 단계를 읽지 못했습니다",
    )
    .list("verifies", verifiesOf(steps));
  return grounded(mapping, context, remedy);
}

function stepOf(context: Context, step: DraftStep): Mapping {
  return map("text", text(step.text))
    .set("app", step.app)
    .set("menu", step.menu)
    .set("sites", step.sites)
    .set("programs", step.programs)
    .set("toolbars", step.toolbars)
    .set("certificates", step.certificates)
    .set("files", step.files)
    .set("popups", step.popups ? [popupId] : undefined)
    .set("buttons", step.buttons)
    .set("labels", step.labels)
    .set("source", place(context, step));
}

/** What is looked at again: whatever the steps name. */
export function verifiesOf(steps: readonly DraftStep[]): string[] {
  const lists = steps.flatMap((step) => [
    ...step.sites,
    ...(step.popups ? [popupId] : []),
    ...step.toolbars,
    ...step.programs,
    ...step.certificates,
    ...step.files,
  ]);
  return [...new Set(lists)];
}

/** The tables are there to be handed on. */
function firewallRequest(context: Context): Mapping | undefined {
  const { draft } = context;
  const groups = new Set(draft.groups.map(({ id }) => id));
  const section = draft.sections.find(({ contains }) => contains.some((id) => groups.has(id)));
  const first = draft.groups[0];
  const last = draft.endpoints.at(-1);
  if (!first || !last) return undefined;
  const span = { from: first.from, to: last.to };
  const said = [/요청|전달/, /방화벽|오픈/]
    .map((words) => section?.paragraphs.find((each) => words.test(each.text)))
    .find((each) => each !== undefined);
  const step = said
    ? map("text", text(said.text)).set("source", place(context, said))
    : map("text", text("아래 표의 IP와 포트를 방화벽에서 열어 달라고 합니다.")).set(
        "source",
        place(context, span),
      );
  const mapping = map("id", firewallId)
    .set("title", text("방화벽 오픈 요청"))
    .set("owner", "network")
    .set("minutes", 15)
    .set("automatic", false)
    .list("steps", [step])
    .list("verifies", ["endpoints"]);
  return grounded(mapping, context, span);
}
