import { useState } from "preact/hooks";
import { pick } from "../../report/words.ts";
import type { Task } from "../task.ts";
import type { Demo } from "../wire.ts";
import { useReady } from "./page.tsx";

/** Chooses how the simulated network is broken. */
export function Demonstration({ demo }: { demo: Demo }) {
  const { model, conduct, t } = useReady();
  // What has no box here could not be taken away again.
  const [chosen, choose] = useState<readonly string[]>(() =>
    demo.chosen.filter((name) => demo.faults.some(({ id }) => isOf(id)(name))),
  );
  const [state, tell] = useState<"" | "setting" | "set">("");
  async function set() {
    tell("setting");
    await conduct.demo([...chosen]);
    tell("set");
  }
  return (
    <details class="fold demo" open>
      <summary>{t("demo")}</summary>
      <form
        class="fold-inside"
        onSubmit={(event) => {
          event.preventDefault();
          void set();
        }}
      >
        <p>{t(`demo.${demo.lab}`)}</p>
        <fieldset>
          <legend>{t("demo.choose")}</legend>
          <div class="choices">
            {demo.faults.map(({ id, title }) => (
              <label key={id} class="choice">
                <input
                  type="checkbox"
                  checked={chosen.some(isOf(id))}
                  onChange={() =>
                    choose(
                      chosen.some(isOf(id))
                        ? chosen.filter((each) => !isOf(id)(each))
                        : [...chosen, id],
                    )
                  }
                />
                <span>{pick(title, model.lang)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <p class="buttons">
          <button type="submit">{t("demo.set")}</button>
        </p>
        <p role="status">{state !== "" && !model.trouble && t(`demo.state.${state}`)}</p>
        <Shop />
      </form>
    </details>
  );
}

/** Whether what was chosen is this fault, aimed at something or not. */
const isOf = (id: string) => (name: string) => name === id || name.startsWith(`${id}:`);

/** Where the person can pay in the simulated network. */
export function Shop() {
  const { who, conduct, t } = useReady();
  if (!who.demo?.shop) return null;
  return (
    <>
      <p class="hint">{t("demo.shop.about")}</p>
      <p class="buttons">
        <button type="button" onClick={() => conduct.openShop()}>
          {t("demo.shop")}
        </button>
      </p>
    </>
  );
}

/** Nobody else is there to do what a task asks of them. */
export function DoneByThem({ task: { id } }: { task: Task }) {
  const { who, conduct, t } = useReady();
  if (!who.demo) return null;
  return (
    <section class="demo">
      <p class="hint">{t("demo.done.about")}</p>
      <p class="buttons">
        <button type="button" onClick={() => conduct.done(id)}>
          {t("demo.done")}
        </button>
      </p>
    </section>
  );
}
