import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { WayOut } from "../wire.ts";
import { Codes } from "./codes.tsx";
import { useReady } from "./page.tsx";
import { Fold, Waiting } from "./parts.tsx";
import { Removals } from "./removals.tsx";
import { Spoken } from "./spoken.tsx";

/**
 * For whom the network is the fault: the result as digits for a telephone, or as codes to be
 * photographed. What was taken out of it can be read before anything is shown.
 */
export function WayOutPart() {
  const { model, store, wayOut, t } = useReady();
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<WayOut | null>(null);
  const title = useId();
  const { judged } = model;
  if (!wayOut || !judged) return null;
  const ask = async () => {
    setAsking(true);
    const answer = await wayOut(judged.evidence);
    setAsking(false);
    if (answer.ok) setMade(answer.value);
    else store.tell({ type: "trouble", trouble: answer.trouble });
  };
  return (
    <section class="way-out" aria-labelledby={title}>
      <h2 id={title}>{t("way-out")}</h2>
      <p>{t("way-out.about")}</p>
      {made ? (
        <Ready made={made} />
      ) : asking ? (
        <Waiting>{t("way-out.asking")}</Waiting>
      ) : (
        <p class="buttons">
          <button type="button" onClick={ask}>
            {t("way-out.ask")}
          </button>
        </p>
      )}
    </section>
  );
}

/** Nothing of it is shown before it was chosen how. */
function Ready({ made }: { made: WayOut }) {
  const { t } = useReady();
  const [shown, show] = useState<"spoken" | "codes" | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { removals, series, spoken } = made;
  const count = removals.length;
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {count === 0 ? t("way-out.nothing") : t("way-out.removed", { count })}
      </h3>
      <p>{t("way-out.same")}</p>
      {count > 0 && (
        <Fold title={t("way-out.removals")}>
          <Removals removals={removals} />
        </Fold>
      )}
      <p class="buttons">
        <button type="button" aria-pressed={shown === "spoken"} onClick={() => show("spoken")}>
          {t("way-out.spoken")}
        </button>
        {series && (
          <button type="button" aria-pressed={shown === "codes"} onClick={() => show("codes")}>
            {t("way-out.codes")}
          </button>
        )}
      </p>
      {!series && <p class="hint">{t("way-out.too-large")}</p>}
      {shown === "spoken" && <Spoken groups={spoken} />}
      {shown === "codes" && series && <Codes series={series} />}
    </>
  );
}
