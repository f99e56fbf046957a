import { pick } from "../../report/words.ts";
import { countsOf, type FindMap } from "../find-map.ts";
import { usePage } from "./page.tsx";
import { Title, Waiting } from "./parts.tsx";
import { Way } from "./way.tsx";

/** Watch it being found. */
export function Finding({ again }: { again: boolean }) {
  const { model, conduct, t } = usePage();
  const { map } = model;
  return (
    <>
      <Title>{t(again ? "finding.again" : "finding.title")}</Title>
      <p class="lead">{t("finding.lead")}</p>
      <Waiting>{t(`finding.${map.phase}`)}</Waiting>
      <p class="unseen" aria-live="polite">
        <Told map={map} />
      </p>
      <Way map={map} />
      <p class="buttons">
        <button type="button" onClick={() => conduct.stop()}>
          {t("finding.stop")}
        </button>
      </p>
    </>
  );
}

/** Read out once for each group that is complete, and not for each of its rows. */
function Told({ map }: { map: FindMap }) {
  const { model, t } = usePage();
  const complete = map.groups.filter((group) => countsOf(group).waiting === 0);
  const last = complete.at(-1);
  if (!last) return null;
  const { total } = last;
  return <>{t("finding.group", { group: pick(last.title, model.lang), total, count: total })}</>;
}
