import { pick } from "../../report/words.ts";
import { countsOf, type FindMap, type Lamp } from "../find-map.ts";
import { usePage } from "./page.tsx";
import { Title, Waiting } from "./parts.tsx";
import { placeWords, Way } from "./way.tsx";

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

/** Read out once for each place and each group that is known, and not for each row. */
function Told({ map }: { map: FindMap }) {
  const { model, t } = usePage();
  const places = (["pc", "firewall"] as const).filter((place) => isKnown(map[place]));
  const complete = map.groups.filter((group) => countsOf(group).waiting === 0);
  const last = complete.at(-1);
  return (
    <>
      {places.map((place) => (
        <span key={place}>
          {t("finding.place", {
            place: t(`map.${place}`),
            stands: placeWords(place, map[place], t),
          })}{" "}
        </span>
      ))}
      {last && (
        <span>
          {t("finding.group", {
            group: pick(last.title, model.lang),
            total: last.total,
            count: last.total,
          })}
        </span>
      )}
    </>
  );
}

const isKnown = (lamp: Lamp) => lamp !== "waiting" && lamp !== "looked";
