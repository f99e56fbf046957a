import { pick } from "../../report/words.ts";
import { AgainButton } from "./again.tsx";
import { Shop } from "./demonstration.tsx";
import { useReady } from "./page.tsx";
import { Note, Title } from "./parts.tsx";
import { SaveButton } from "./result.tsx";
import { Steps } from "./task.tsx";

/** Only the person can say whether the payment works. */
export function End() {
  const { guide, who, store, conduct, t } = useReady();
  return (
    <>
      <Title>{t("end.title")}</Title>
      <p class="lead">{t(guide.words?.button ? "end.lead" : "end.again")}</p>
      <Awaited />
      {who.demo && <Shop />}
      <p class="buttons">
        <button type="button" class="strong" onClick={() => store.tell({ type: "go", to: "paid" })}>
          {t("end.yes")}
        </button>
        <button type="button" onClick={() => conduct.inVain()}>
          {t("end.no")}
        </button>
        <AgainButton />
      </p>
    </>
  );
}

/** Somebody was written to, and may still end it. */
function Awaited() {
  const { model, t } = useReady();
  if (model.course.every(({ state }) => state !== "asked")) return null;
  return (
    <Note tone="plain">
      <p>{t("end.waiting")}</p>
    </Note>
  );
}

export function Paid() {
  const { store, t } = useReady();
  return (
    <>
      <Title>{t("paid.title")}</Title>
      <Note tone="good">
        <p>{t("paid.lead")}</p>
      </Note>
      <p class="buttons">
        <button type="button" onClick={() => store.tell({ type: "go", to: "start" })}>
          {t("home")}
        </button>
      </p>
    </>
  );
}

/** Nothing is left to try here: what the guide says last, and what to hand to whoever helps. */
export function Stuck() {
  const { model, guide, store, t } = useReady();
  const last = guide.remedies.find(({ id }) => id === guide.escalation.remedy);
  return (
    <>
      <Title>{t("stuck.title")}</Title>
      <Awaited />
      <p class="lead">{t("stuck.lead")}</p>
      <SaveButton />
      <h2>{t("stuck.last")}</h2>
      <p>{pick(guide.escalation.text, model.lang)}</p>
      {last && <Steps remedy={last} />}
      <p class="buttons">
        <button type="button" onClick={() => store.tell({ type: "go", to: "start" })}>
          {t("stuck.other")}
        </button>
        <AgainButton />
      </p>
    </>
  );
}
