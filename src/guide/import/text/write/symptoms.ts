import { causesBehind } from "../causes.ts";
import { type Context, grounded, text } from "./context.ts";
import { document, Mapping, map } from "./yaml.ts";

/** symptoms.yaml: what people see, where the text lists it and a cause is known. */
export function symptomsFile(context: Context): string {
  const { draft } = context;
  const behind = causesBehind(draft);
  const all = draft.symptoms.map((symptom) => ({
    ...symptom,
    causes: behind(symptom),
  }));
  const head = all
    .filter(({ causes }) => causes.length === 0)
    .map(
      ({ text: said, from }) =>
        `확인: ${from}번째 줄의 현상은 원인을 몰라 넣지 않았습니다: ${said}`,
    );
  const root = new Mapping().list(
    "symptoms",
    all
      .filter(({ causes }) => causes.length > 0)
      .map(({ id, text: said, causes, from, to }) =>
        grounded(
          map("id", id)
            .set("title", text(said))
            .list("causes", causes, "조치방법에서 거꾸로 찾은 원인입니다"),
          context,
          { from, to },
          "inferred",
        ),
      ),
  );
  return document(head, root);
}
