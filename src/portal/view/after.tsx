import { useMemo } from "preact/hooks";
import { failure, stillOpen } from "../../report/treatment.ts";
import { causeWords, checkTitle } from "../../report/words.ts";
import { say } from "../../text/say.ts";
import { nextTask, taskView } from "../course.ts";
import { whatChanged } from "../what-changed.ts";
import type { TreatResult } from "../wire.ts";
import { AgainButton } from "./again.tsx";
import { Course } from "./course.tsx";
import { LeadQuestion } from "./lead-question.tsx";
import { useFound, useReady } from "./page.tsx";
import { List, Note, Title, type Tone } from "./parts.tsx";
import { RemainsList } from "./remains.tsx";

/** What the last step has changed, and where to go on. */
export function After({ task }: { task: string | null }) {
  const { model, guide, store, t } = useReady();
  const own = useFound();
  const { judged, before, course, treatment, lang } = model;
  const changed = useMemo(
    () => (judged && before ? whatChanged(before, judged.diagnosis) : null),
    [judged, before],
  );
  if (!judged || !own) return null;
  const next = nextTask(course, task ?? undefined);
  const nextWords = next && taskView(next, judged.diagnosis, guide, lang);
  const result = treatment?.task === task ? treatment.result : null;
  const worse = changed && changed.rowsWorse.length + changed.checksWorse.length > 0;
  const better =
    changed && changed.gone.length + changed.rowsBetter.length + changed.checksBetter.length > 0;
  const asked = course.find(({ id }) => id === task)?.owner !== "user";
  const tone: Tone = worse ? "care" : better ? "good" : "plain";
  // A page that sees nothing of it cannot say that it did not help; only paying can.
  const blind = judged.evidence.platform === "browser" && task !== null;
  const words = worse
    ? "worse"
    : better
      ? "better"
      : blind
        ? "blind"
        : asked
          ? "same.asked"
          : "same";
  const { status } = own.found;
  const healthy = status === "healthy";
  // With the cause gone, what is only possible waits until the payment has been tried.
  const isToTry =
    healthy || !next || (status === "possible" && (blind || (changed && changed.gone.length > 0)));
  return (
    <>
      <Course course={course} now={task} />
      <Title>{t("after.title")}</Title>
      {result && <Treated result={result} />}
      {changed && (
        <Note tone={tone}>
          <p>{t(`after.${words}`)}</p>
        </Note>
      )}
      {changed && <Lists changed={changed} />}
      {healthy && <p>{own.found.lead}</p>}
      <LeadQuestion then="next" />
      <p class="buttons">
        {next && nextWords && !healthy && (
          <button
            type="button"
            class={isToTry ? "" : "strong"}
            onClick={() => store.tell({ type: "task", task: next.id })}
          >
            {t("task.next")}: {nextWords.title}
          </button>
        )}
        <button
          type="button"
          class={isToTry ? "strong" : ""}
          onClick={() => store.tell({ type: "go", to: "end" })}
        >
          {t("after.try")}
        </button>
        <AgainButton />
        <button
          type="button"
          class="quiet"
          onClick={() => store.tell({ type: "go", to: "result" })}
        >
          {t("after.result")}
        </button>
      </p>
    </>
  );
}

function Lists({ changed }: { changed: NonNullable<ReturnType<typeof whatChanged>> }) {
  const { model, guide, t } = useReady();
  const { lang } = model;
  const causes = (ids: readonly string[]) => ids.map((id) => causeWords(id, "title", guide, lang));
  const checks = (list: typeof changed.checksBetter) =>
    list.map(({ id, kind }) =>
      `${say(lang, `kind.${kind}`)} ${checkTitle(id, kind, guide, lang)}`.trim(),
    );
  const rows = (ids: readonly string[]) => ids.map((id) => id.replace("|", " "));
  const count = (list: readonly string[]) => ({ count: list.length });
  const lists: [string, string[]][] = [
    [t("after.gone"), causes(changed.gone)],
    [t("after.rows.worse", count(changed.rowsWorse)), rows(changed.rowsWorse)],
    [t("after.checks.worse"), checks(changed.checksWorse)],
    [t("after.checks"), checks(changed.checksBetter)],
    [t("after.rows", count(changed.rowsBetter)), rows(changed.rowsBetter)],
    [t("after.fresh"), causes(changed.fresh)],
    [t("after.still"), causes(changed.still)],
    [t("after.unclear"), causes(changed.unclear)],
  ];
  return (
    <>
      {lists
        .filter(([, items]) => items.length > 0)
        .map(([title, items]) => (
          <section key={title} class="changed">
            <h2 class="small">{title}</h2>
            <List items={[...new Set(items)]} />
          </section>
        ))}
    </>
  );
}

function Treated({ result }: { result: TreatResult }) {
  const { model, guide, store, conduct, t } = useReady();
  const { outcome, failure: because, code, journal, remains, notProven } = result;
  const undo = async (id: string) => {
    await conduct.over("journal");
    await conduct.readUndo(id);
    store.tell({ type: "put-away" });
  };
  return (
    <Note tone={outcome === "done" && !notProven ? "good" : "care"}>
      <p>
        <strong>{t(`treat.${outcome}`)}</strong>{" "}
        {because !== undefined && failure(because, code, model.lang)}
      </p>
      {outcome === "done" &&
        stillOpen(result, guide, model.lang).map((line) => <p key={line}>{line}</p>)}
      <RemainsList remains={remains} />
      {outcome === "done" && journal !== undefined && (
        <p class="buttons">
          <button type="button" onClick={() => undo(journal)}>
            {t("treat.undo")}
          </button>
        </p>
      )}
    </Note>
  );
}
