import { dontKnow } from "../../evidence/told.ts";
import { useFound, useReady } from "./page.tsx";

/** The one question whose answer shortens the way most. An answer leads on at once. */
export function LeadQuestion() {
  const { store, conduct, who, t } = useReady();
  const ask = useFound()?.found.ask;
  if (!ask || !who.can.diagnose) return null;
  const answer = (id: string) => {
    store.tell({ type: "answered", question: ask.told, answer: id });
    conduct.goOn();
  };
  return (
    <section class="questions" aria-labelledby="lead-question">
      <h2 id="lead-question">{ask.text}</h2>
      {ask.how && <p>{ask.how}</p>}
      {ask.why.map((why) => (
        <p key={why} class="hint">
          {why}
        </p>
      ))}
      <p class="buttons">
        {ask.answers.map(({ id, text }) => (
          <button key={id} type="button" onClick={() => answer(id)}>
            {text}
          </button>
        ))}
        <button type="button" class="quiet" onClick={() => answer(dontKnow)}>
          {t("answer.unknown")}
        </button>
      </p>
    </section>
  );
}
