import { useState } from "preact/hooks";
import { pick } from "../../report/words.ts";
import type { Demo } from "../wire.ts";
import { useReady } from "./page.tsx";

/** Chooses how the simulated network is broken. */
export function Demonstration({ demo }: { demo: Demo }) {
  const { model, conduct, t } = useReady();
  const [chosen, choose] = useState<readonly string[]>(demo.chosen);
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
                  checked={chosen.includes(id)}
                  onChange={() =>
                    choose(
                      chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id],
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
      </form>
    </details>
  );
}
