import { aboutChange, exact, exactBack } from "../../report/treatment.ts";
import { koreanTime, pick } from "../../report/words.ts";
import { say } from "../../text/say.ts";
import type { Undoing } from "../model.ts";
import type { JournalItem, UndoPreview } from "../wire.ts";
import { useReady } from "./page.tsx";
import { Consent, Exact, Fold, Note, PartTitle, Title, Waiting } from "./parts.tsx";
import { RemainsList } from "./remains.tsx";
import { Changes } from "./treatment.tsx";

/** What was changed on this PC, the newest first, and the way back. */
export function JournalScreen() {
  const { model, conduct, t } = useReady();
  const { journal, undoing, trouble } = model;
  return (
    <>
      <Title>{t("journal.title")}</Title>
      <p class="buttons">
        <button type="button" onClick={() => conduct.over(null)}>
          {t("back")}
        </button>
      </p>
      {undoing && <UndoPart undoing={undoing} />}
      {!journal && !trouble && <Waiting>{t("journal.reading")}</Waiting>}
      {journal?.items.length === 0 && <p>{t("journal.empty")}</p>}
      {journal?.items.map((item) => (
        <Item key={item.id} item={item} busy={undoing?.phase === "doing"} />
      ))}
      {journal?.damaged.map(({ file }) => (
        <p key={file}>{t("journal.damaged", { file })}</p>
      ))}
    </>
  );
}

function Item({ item, busy }: { item: JournalItem; busy: boolean }) {
  const { model, guide, conduct, t } = useReady();
  const remedy = guide.remedies.find(({ id }) => id === item.remedy);
  const title = remedy ? pick(remedy.title, model.lang) : item.remedy;
  const undoable = item.state === "open" || item.state === "interrupted";
  return (
    <article class="cause">
      <h2>{title}</h2>
      <p class="hint">
        {t("journal.when", { time: koreanTime(item.startedAt) })} · {t(`journal.${item.state}`)}
      </p>
      <Changes changes={item.changes} />
      {undoable && !busy && (
        <p class="buttons">
          <button
            type="button"
            aria-label={t("journal.undo.of", { remedy: title })}
            onClick={() => conduct.readUndo(item.id)}
          >
            {t("journal.undo")}
          </button>
        </p>
      )}
    </article>
  );
}

type UndoPreviewStep = UndoPreview["steps"][number];

/** Whether undoing does anything about it. */
const isMade = ({ will }: UndoPreviewStep) => will === "take-back" || will === "give-back-kept";

function UndoPart({ undoing }: { undoing: Undoing }) {
  const { model, guide, store, conduct, t } = useReady();
  const { lang } = model;
  const { phase, preview, result } = undoing;
  const steps = preview?.steps ?? [];
  /** The program that would be started, to the letter: a person agrees to that too. */
  const startsOf = (step: UndoPreviewStep) =>
    step.change.kind === "run" && step.will === "take-back"
      ? exactBack(step.change, step.runs, lang)
      : [];
  const telling = steps.filter((step) => step.change.about.length > 0 || startsOf(step).length > 0);
  if (phase === "reading") return <Waiting>{t("undo.reading")}</Waiting>;
  if (phase === "doing") return <Waiting>{t("undo.doing")}</Waiting>;
  if (phase === "over" && result)
    return (
      <Note tone={result.outcome === "undone" ? "good" : "care"}>
        <p role="status">{t(`undo.${result.outcome}`)}</p>
        <RemainsList remains={result.remains} />
        {model.judged && (
          <p class="buttons">
            <button
              type="button"
              onClick={() => {
                store.tell({ type: "over", over: null });
                conduct.again(null);
              }}
            >
              {t("result.again")}
            </button>
          </p>
        )}
      </Note>
    );
  return (
    <section class="preview" aria-label={t("undo.title")}>
      <PartTitle>{t("undo.title")}</PartTitle>
      <ul class="changes">
        {telling.map((step, at) => (
          <li key={at}>
            {aboutChange(step.change, guide, lang).map((line) => (
              <p key={line}>{line}</p>
            ))}
            <p>
              → <strong>{t(`undo.${step.will}`)}</strong>{" "}
              {step.why && say(lang, `treat.left.${step.why}`)}
            </p>
            {startsOf(step).length > 0 && (
              <>
                <p>{t("undo.starts")}</p>
                <Exact lines={startsOf(step)} />
              </>
            )}
          </li>
        ))}
      </ul>
      <Fold title={t("preview.exact")}>
        <Exact
          lines={steps.flatMap((step) => [
            `[${t(`undo.${step.will}`)}]`,
            ...(isMade(step) ? exactBack(step.change, step.runs, lang) : exact(step.change, lang)),
          ])}
        />
      </Fold>
      <Consent
        agree={t("undo.agree")}
        decline={t("undo.decline")}
        onAgree={() => conduct.undo()}
        onDecline={() => conduct.over("journal")}
      />
    </section>
  );
}
