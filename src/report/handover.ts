import type { Owner } from "../evidence/verdict.ts";
import { say } from "../text/say.ts";
import { wrap } from "./columns.ts";
import type { CauseView, RowView, View } from "./view.ts";

/** A message to one team, complete in itself: it is copied out of the report and sent. */
export interface Handover {
  owner: Owner;
  title: string;
  lines: string[];
}

const columns = 80;

/** The payer can act alone on `user` causes; everyone else needs to be written to. */
export function handovers(view: View): Handover[] {
  const causes = toHandOver(view);
  return [...new Set(causes.map(({ owner }) => owner))].map((owner) => ({
    owner,
    title: say(view.lang, "ui.handover", { owner: say(view.lang, `owner.${owner}`) }),
    lines: message(
      view,
      causes.filter((cause) => cause.owner === owner),
    ),
  }));
}

/** Nobody is asked to act on a guess where something is known. */
export function toHandOver({ causes: all }: View): CauseView[] {
  const others = all.filter(({ owner }) => owner !== "user");
  const known = all.some(({ certainty }) => certainty !== "possible");
  return known ? others.filter(({ certainty }) => certainty !== "possible") : others;
}

function message(view: View, causes: readonly CauseView[]): string[] {
  const { lang } = view;
  const label = (key: string, text: string) => `${say(lang, key)}: ${text}`;
  const guessed = causes.every(({ certainty }) => certainty === "possible");
  return [
    say(lang, guessed ? "ui.handover.hello.guess" : "ui.handover.hello"),
    ...causes.flatMap((cause) => [
      "",
      label("ui.handover.what", `${cause.title} (${cause.certaintyWords})`),
      // What engineers are told was measured, and a guess was not.
      ...(cause.certainty === "possible" ? [] : [cause.engineer]),
      label("ui.handover.ask", cause.act),
      ...subjects(view, cause),
      ...cause.because.map((reason) => label("ui.handover.evidence", reason)),
      label("ui.handover.test", cause.overturn),
    ]),
    "",
    say(lang, "ui.handover.from", { guide: view.guideName, time: view.time }),
  ];
}

/**
 * What a message lists. A foreign address that a name leads to is what to open where the server has
 * moved, and evidence alone where the name was bent.
 */
function listOf({ cause, rows }: CauseView): { key: string; rows: RowView[]; bent: boolean } {
  const fresh = rows.filter(({ documented }) => !documented);
  const moved = cause === "ip.drift" && fresh.length > 0;
  const bent = !moved && /^(dns|local)\./.test(cause) && fresh.length > 0;
  const key = `ui.handover.rows${moved ? ".new" : bent ? ".evidence" : ""}`;
  return { key, rows: moved || bent ? fresh : rows, bent };
}

/** Rows that stand in some message. */
export function toldRows(view: View): Set<RowView> {
  return new Set(toHandOver(view).flatMap((cause) => listOf(cause).rows));
}

function subjects({ lang }: View, told: CauseView): string[] {
  const { cause, owner, others } = told;
  const { key, rows, bent } = listOf(told);
  // Names, routes and evidence know no ports.
  const namesOnly = bent || owner === "dns" || cause.startsWith("net.");
  const lines = entries(rows, !namesOnly);
  return [
    ...(lines.length > 0 ? [`${say(lang, key)}:`, ...lines] : []),
    ...(others.length > 0 ? [`${say(lang, "ui.handover.rows")}: ${others.join(", ")}`] : []),
  ];
}

/** `host (80/HTTP 443/HTTPS): address, address`: every row, each name and port said once. */
function entries(rows: readonly RowView[], withPorts: boolean): string[] {
  const places = [...Map.groupBy(rows, ({ host, address }) => `${host} ${address}`).values()];
  const heads = Map.groupBy(places, (place) => {
    const ports = withPorts ? ` (${portsOf(place)})` : "";
    return `${place[0]!.host}${ports}:`;
  });
  return [...heads].flatMap(([head, same]) => {
    const addresses = same.map(([first]) => first!.address).join(", ");
    return wrap(`${head} ${addresses}`, columns, "  ", 4);
  });
}

function portsOf(place: readonly RowView[]): string {
  return [...Map.groupBy(place, ({ protocol }) => protocol)]
    .map(([protocol, same]) => `${same.map(({ port }) => port).join(",")}/${protocol}`)
    .join(" ");
}
