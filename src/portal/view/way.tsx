import { pick } from "../../report/words.ts";
import { hasSentence } from "../../text/say.ts";
import { countsOf, type FindMap, type GroupLamps, groupLamp, type Lamp } from "../find-map.ts";
import { usePage } from "./page.tsx";
import { Light } from "./parts.tsx";

/** The way of a payment: this PC, what stands between, each group of servers. */
export function Way({ map }: { map: FindMap }) {
  const { t } = usePage();
  return (
    <section class="way" aria-label={t("map")}>
      <Station kind="pc" lamp={map.pc} />
      <Link lamp={map.firewall} />
      <Station kind="firewall" lamp={map.firewall} />
      <Link lamp={map.firewall} />
      <div class="station station-servers">
        <Drawing kind="servers" />
        <h2>{t("map.servers")}</h2>
        <ul class="groups">
          {map.groups.map((group) => (
            <Group key={group.id} group={group} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function Station({ kind, lamp }: { kind: "pc" | "firewall"; lamp: Lamp }) {
  const { t } = usePage();
  return (
    <div class={`station station-${lamp}`}>
      <Drawing kind={kind} />
      <h2>{t(`map.${kind}`)}</h2>
      <p class="state">
        <Light lamp={lamp} />
        <span>{placeWords(kind, lamp, t)}</span>
      </p>
    </div>
  );
}

/** How a place stands, in its own words where it has some. */
export function placeWords(place: "pc" | "firewall", lamp: Lamp, t: (key: string) => string) {
  const own = `map.${place}.${lamp}`;
  return t(hasSentence(`page.${own}`) ? own : `map.${lamp}`);
}

function Link({ lamp }: { lamp: Lamp }) {
  return <div class={`link link-${lamp}`} aria-hidden="true" />;
}

function Group({ group }: { group: GroupLamps }) {
  const { model, t } = usePage();
  const counts = countsOf(group);
  const { total } = group;
  const seen = total - counts.waiting;
  const words = (["ok", "bad", "unsure"] as const)
    .filter((lamp) => counts[lamp] > 0)
    .map((lamp) => t(`map.counts.${lamp}`, { count: counts[lamp] }));
  const lamps = Object.values(group.rows);
  const settled = counts.waiting + counts.looked === 0;
  return (
    <li>
      <span class="group-title">
        <Light lamp={groupLamp(group)} />
        {pick(group.title, model.lang)}
      </span>
      <span class="rows" aria-hidden="true">
        {lamps.map((lamp, at) => (
          <i key={at} class={`row row-${lamp}`} />
        ))}
        {Array.from({ length: counts.waiting }, (_, at) => (
          <i key={lamps.length + at} class="row row-waiting" />
        ))}
      </span>
      <span class="group-words">
        {settled ? words.join(", ") : t("map.counts.looked", { total, count: seen })}
      </span>
    </li>
  );
}

const drawings = {
  pc: "M4 6h40v26H4zM18 40h12M24 32v8M14 40h20",
  firewall:
    "M4 8h40v32H4zM4 19h40M4 29h40M18 8v11M32 8v11M11 19v10M25 19v10M38 19v10M18 29v11M32 29v11",
  servers: "M8 6h32v10H8zM8 20h32v10H8zM8 34h32v10H8zM13 11h2M13 25h2M13 39h2",
};

function Drawing({ kind }: { kind: keyof typeof drawings }) {
  return (
    <svg class="station-picture" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path d={drawings[kind]} />
    </svg>
  );
}
