import { dontKnow, toldAs } from "../../evidence/told.ts";
import { pick } from "../../report/words.ts";
import { useFound, useReady } from "./page.tsx";

/** The one question whose answer shortens the way most. An answer leads on at once. */
export function LeadQuestion({ then }: { then: "result" | "next" }) {
  const { store, conduct, who, guide, t } = useReady();
  const ask = useFound()?.found.ask;
  if (!ask || !who.can.diagnose) return null;
  const own = guide.questions.find(({ id }) => id === ask.id)?.answers ?? [];
  const answer = (id: string) => {
    store.tell({ type: "answered", question: ask.told, answer: id });
    conduct.goOn(then);
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
        {!own.some((each) => each.dontKnow) && (
          <button type="button" class="quiet" onClick={() => answer(dontKnow)}>
            {t("answer.unknown")}
          </button>
        )}
      </p>
    </section>
  );
}

/** What was answered before, to be taken back. */
export function Answered() {
  const { model, guide, store, conduct, t } = useReady();
  const told = guide.questions.flatMap(({ id, text, answers }) => {
    const question = `${toldAs.answer}${id}`;
    const given = model.answers[question];
    if (given === undefined) return [];
    const answer = answers.find((one) => one.id === given);
    const words = answer ? pick(answer.text, model.lang) : t("answer.unknown");
    return [{ question, asked: pick(text, model.lang), words }];
  });
  if (told.length === 0) return null;
  return (
    <section>
      <h2 class="small">{t("answered")}</h2>
      <ul>
        {told.map(({ question, asked, words }) => (
          <li key={question}>
            {asked} <strong>{words}</strong>{" "}
            <button
              type="button"
              class="quiet"
              aria-label={`${t("answered.change")}: ${asked}`}
              onClick={() => {
                store.tell({ type: "unanswered", question });
                conduct.goOn("result");
              }}
            >
              {t("answered.change")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
