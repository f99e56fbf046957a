import type { Change } from "../../actions/change.ts";
import { aboutChange, exact, isLasting, refusal } from "../../report/treatment.ts";
import { pick, stepWords } from "../../report/words.ts";
import { say } from "../../text/say.ts";
import type { Task } from "../task.ts";
import type { Preview } from "../wire.ts";
import { useReady } from "./page.tsx";
import { Consent, Exact, Fold, List, Note, PartTitle, Waiting } from "./parts.tsx";

/** What Jochi can do: shown first, agreed to, done, verified. */
export function TreatmentPart({ task }: { task: Task }) {
  const { model, conduct, t } = useReady();
  const treatment = model.treatment?.task === task.id ? model.treatment : null;
  if (!treatment || treatment.phase === "over")
    return (
      <p class="buttons">
        <button type="button" class="strong" onClick={() => conduct.readChanges(task.id)}>
          {t("task.show")}
        </button>
      </p>
    );
  if (treatment.phase === "reading") return <Waiting>{t("preview.reading")}</Waiting>;
  if (treatment.phase === "shown" && treatment.preview)
    return <Shown preview={treatment.preview} />;
  const made = treatment.states.filter((state) => state === "done").length;
  const total = treatment.preview?.entries.length ?? 0;
  return (
    <>
      <Waiting>{t(treatment.phase === "verifying" ? "treat.verifying" : "treat.doing")}</Waiting>
      <p>{t("treat.count", { total, count: made })}</p>
    </>
  );
}

function Shown({ preview }: { preview: Preview }) {
  const { model, guide, store, conduct, t } = useReady();
  const { lang } = model;
  const { entries, refused, byHand } = preview;
  const remedy = guide.remedies.find(({ id }) => id === preview.remedy);
  const lasting = entries.some(({ change }) => isLasting(change));
  const steps = byHand.flatMap((at) => remedy?.steps[at] ?? []);
  return (
    <section class="preview" aria-label={t("preview.title")}>
      <PartTitle>{t("preview.title")}</PartTitle>
      {entries.length === 0 && refused.length === 0 && <p>{t("preview.nothing")}</p>}
      {lasting && (
        <Note tone="care">
          <p>
            <strong>{say(lang, "ui.irreversible")}</strong>{" "}
            {remedy?.irreversible && pick(remedy.irreversible, lang)}
          </p>
        </Note>
      )}
      <Changes changes={entries.map(({ change }) => change)} />
      {refused.length > 0 && (
        <>
          <h3>{t("preview.refused")}</h3>
          <List items={refused.map((each) => refusal(each, lang))} />
        </>
      )}
      {steps.length > 0 && (
        <>
          <h3>{t("task.by-hand.after")}</h3>
          <List items={steps.map((step) => stepWords(step, guide, lang))} />
        </>
      )}
      {entries.length > 0 && (
        <>
          {!lasting && <p class="hint">{t("preview.undo")}</p>}
          <Fold title={t("preview.exact")}>
            <Exact lines={entries.flatMap(({ change }) => exact(change, lang))} />
          </Fold>
          <Consent
            agree={t("preview.agree")}
            decline={t("preview.decline")}
            onAgree={() => conduct.treat()}
            onDecline={() => store.tell({ type: "put-away" })}
          />
        </>
      )}
    </section>
  );
}

/**
 * What is changed, for everybody. A change that says nothing of itself is part of another, as the
 * key is of its value; it stands among the exact changes.
 */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const { model, guide } = useReady();
  const { lang } = model;
  const telling = changes.filter(({ about }) => about.length > 0);
  return (
    <ul class="changes">
      {(telling.length > 0 ? telling : changes).map((change, at) => (
        <li key={at}>
          {aboutChange(change, guide, lang).map((line) => (
            <p key={line}>{line}</p>
          ))}
          {isLasting(change) && (
            <p>
              <strong>{say(lang, "treat.lasting")}</strong>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
