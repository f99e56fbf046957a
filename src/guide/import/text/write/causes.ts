import { causesOf } from "../causes.ts";
import { type Context, grounded } from "./context.ts";
import { document, Mapping, map } from "./yaml.ts";

/**
 * causes.yaml: only what follows from what the text demands. Where something must be there, that it
 * is missing is a cause, and the remedy that brings it ends it.
 */
export function causesFile(context: Context): string | undefined {
  const causes = causesOf(context.draft);
  if (causes.length === 0) return undefined;
  const ended = new Set(causes.flatMap(({ remedies }) => remedies));
  const left = context.draft.remedies.filter(
    ({ id }) => !ended.has(id) && context.draft.escalation?.remedy.id !== id,
  );
  const head = [
    "인쇄본이 갖추라고 한 것에서 따라 나오는 원인만 넣었습니다.",
    ...left.map(
      ({ id, title, from }) =>
        `확인: 어떤 원인을 없애는 조치인지 적어 주세요: ${id} (${title}, ${from}번째 줄)`,
    ),
  ];
  const root = new Mapping().list(
    "causes",
    causes.map(({ id, confirmedBy, remedies, span }) =>
      grounded(
        map("id", id)
          .set("confirmedBy", confirmedBy)
          .list("remedies", remedies, remedies.length === 0 && "이 원인을 없애는 조치가 없습니다"),
        context,
        span,
        "inferred",
      ),
    ),
  );
  return document(head, root);
}
