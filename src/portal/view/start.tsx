import { useId, useMemo, useRef } from "preact/hooks";
import { pick } from "../../report/words.ts";
import { Unknown } from "../pictures/_unknown.tsx";
import { pictureOf } from "../pictures/index.ts";
import { indexOf, search } from "../search.ts";
import { useSecond } from "../second.ts";
import type { Guide } from "../wire.ts";
import { Demonstration } from "./demonstration.tsx";
import { useReady } from "./page.tsx";
import { Title } from "./parts.tsx";
import { SavedFile } from "./saved-file.tsx";

/** More than these a window hardly shows before it is scrolled. */
const firstCards = 5;

/** Begin with what is seen. */
export function Start() {
  const { model, store, guide, who, t } = useReady();
  const asked = model.query.trim() !== "";
  // Made with the first letter that is typed: the first picture need not wait for it.
  const index = useMemo(() => (asked ? indexOf(guide) : undefined), [guide, asked]);
  const found = useMemo(
    () => (index ? search(index, model.query) : guide.symptoms),
    [index, guide, model.query],
  );
  const all = useSecond();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      {who.demo && <Demonstration demo={who.demo} />}
      <Title>{t("start.title")}</Title>
      <p class="lead">{t("start.lead")}</p>
      <search class="search">
        <label for={id}>{t("start.search")}</label>
        <div class="search-field">
          <input
            ref={field}
            id={id}
            type="text"
            autocomplete="off"
            aria-describedby={`${id}-hint`}
            value={model.query}
            onInput={(event) => store.tell({ type: "searched", query: event.currentTarget.value })}
          />
          {asked && (
            <button
              type="button"
              onClick={() => {
                store.tell({ type: "searched", query: "" });
                field.current?.focus();
              }}
            >
              {t("start.clear")}
            </button>
          )}
        </div>
        <p id={`${id}-hint`} class="hint">
          {t("start.search.hint")}
        </p>
        <p role="status" class={asked ? "search-found" : "unseen"}>
          {asked &&
            (found.length > 0 ? t("start.found", { count: found.length }) : t("start.none"))}
        </p>
      </search>
      <ul class="cards" aria-label={t("start.cards")}>
        <DontKnow />
        {(all ? found : found.slice(0, firstCards)).map((symptom) => (
          <Card key={symptom.id} symptom={symptom} />
        ))}
      </ul>
      {who.can.judge && <SavedFile />}
    </>
  );
}

function Card({ symptom }: { symptom: Guide["symptoms"][number] }) {
  const { model, conduct, t } = useReady();
  const { lang } = model;
  const Drawing = pictureOf(symptom.id);
  return (
    <li>
      <button
        type="button"
        class={model.symptom === symptom.id ? "card card-chosen" : "card"}
        onClick={() => conduct.begin(symptom.id)}
      >
        <Drawing message={symptom.message} />
        <span class="card-words">
          <strong>{pick(symptom.title, lang)}</strong>
          {symptom.when && <span class="card-when">{pick(symptom.when, lang)}</span>}
          {symptom.message && (
            <span class="card-says">
              {t("start.says")} <q lang="ko">{symptom.message}</q>
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

function DontKnow() {
  const { conduct, t } = useReady();
  return (
    <li>
      <button type="button" class="card" onClick={() => conduct.begin(null)}>
        <Unknown />
        <span class="card-words">
          <strong>{t("start.unknown")}</strong>
          <span class="card-when">{t("start.unknown.about")}</span>
        </span>
      </button>
    </li>
  );
}
