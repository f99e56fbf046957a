import { useMemo } from "preact/hooks";
import { say } from "../../text/say.ts";
import { mapOf } from "../find-map.ts";
import { saveFile } from "../save.ts";
import { AgainButton } from "./again.tsx";
import { Cause } from "./cause.tsx";
import { ChecksTable, RowsTable } from "./details.tsx";
import { Answered, LeadQuestion } from "./lead-question.tsx";
import { useFound, useReady } from "./page.tsx";
import { Fold, List, Note, Title } from "./parts.tsx";
import { Questions } from "./questions.tsx";
import { Way } from "./way.tsx";
import { WayOutPart } from "./way-out.tsx";

/** What was found: one sentence first, everything else below it. */
export function Result() {
  const { model, guide, conduct, store, t } = useReady();
  const own = useFound();
  const map = useMemo(
    () => (own ? mapOf(own.judged.diagnosis, guide) : null),
    [own?.judged, guide],
  );
  if (!own || !map) return null;
  const { judged, found } = own;
  const { lang } = model;
  const tone = { healthy: "good", found: "bad", possible: "care", unknown: "care" } as const;
  const open = model.course.filter(({ state }) => state === "open").length;
  const notes = judged.notes ?? [];
  return (
    <>
      <Title>{found.headline}</Title>
      <Note tone={tone[found.status]}>
        <p>{found.lead}</p>
        {found.status === "healthy" && <p>{found.healthyAgain}</p>}
      </Note>
      {found.symptom && <p class="hint">{say(lang, "ui.symptom", { symptom: found.symptom })}</p>}
      {judged.fromFile && (
        <Note>
          <p>{t("result.file")}</p>
        </Note>
      )}
      {!judged.fromFile && <LeadQuestion then="result" />}
      {!judged.fromFile && <Answered />}
      <p class="buttons">
        {open > 0 ? (
          <button type="button" class="strong" onClick={() => conduct.next()}>
            {t("result.lead")}
          </button>
        ) : (
          <button
            type="button"
            class="strong"
            onClick={() => store.tell({ type: "go", to: "end" })}
          >
            {t("result.end")}
          </button>
        )}
        <AgainButton />
      </p>
      <Questions questions={judged.questions ?? []} />
      {found.causes.map((cause, at) => (
        <Cause key={`${cause.cause}-${at}`} cause={cause} said={found.lead} />
      ))}
      {found.causes.length === 0 && found.tests.length > 0 && (
        <section>
          <h2>{say(lang, "ui.decide")}</h2>
          <List items={found.tests} />
        </section>
      )}
      <Way map={map} />
      {found.unseen.length > 0 && <List items={found.unseen} />}
      {notes.length > 0 && (
        <section>
          <h2>{t("result.notes")}</h2>
          <List items={notes.map(({ key, with: given }) => say(lang, key, given))} />
        </section>
      )}
      <Fold title={say(lang, "ui.rows")} laterMs={200}>
        <RowsTable rows={found.rows} />
      </Fold>
      <Fold title={t("result.checks")} laterMs={300}>
        <ChecksTable checks={found.checks} />
      </Fold>
      <SaveButton />
    </>
  );
}

/** The evidence, as a file for whoever helps. */
export function SaveButton() {
  const { model, t } = useReady();
  const { judged } = model;
  if (!judged) return null;
  const { evidence } = judged;
  const name = `jochi-${evidence.startedAt.slice(0, 19).replace(/[^0-9]/g, "")}.json`;
  const save = () =>
    saveFile({
      name,
      type: "application/json",
      bytes: new TextEncoder().encode(`${JSON.stringify(evidence, null, 1)}\n`),
    });
  return (
    <>
      <div class="save">
        <button type="button" onClick={save}>
          {t("result.save")}
        </button>
        <p class="hint">{t("result.save.about")}</p>
      </div>
      <WayOutPart />
    </>
  );
}
