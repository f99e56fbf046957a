import { reasonWords } from "../../report/words.ts";
import type { Question } from "../wire.ts";
import { useReady } from "./page.tsx";

/** What only the person at the PC can say. */
export function Questions({ questions }: { questions: readonly Question[] }) {
  const { model, store, guide, conduct, t } = useReady();
  if (questions.length === 0) return null;
  const words = (text: Question["text"]) => reasonWords(text, guide, model.lang);
  return (
    <form
      class="questions"
      onSubmit={(event) => {
        event.preventDefault();
        conduct.again(null);
      }}
    >
      <h2>{t("result.questions")}</h2>
      {questions.map(({ id, text, answers }) => (
        <fieldset key={id}>
          <legend>{words(text)}</legend>
          <div class="choices">
            {answers.map((answer) => (
              <label key={answer.id} class="choice">
                <input
                  type="radio"
                  name={id}
                  checked={model.answers[id] === answer.id}
                  onChange={() => store.tell({ type: "answered", question: id, answer: answer.id })}
                />
                <span>{words(answer.text)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p class="buttons">
        <button type="submit">{t("result.questions.send")}</button>
      </p>
    </form>
  );
}
