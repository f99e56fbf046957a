import type { Owner } from "../evidence/verdict.ts";
import { say } from "../text/say.ts";
import { table } from "./columns.ts";
import type { CauseView, RowView, View } from "./view.ts";

/** A message to one team, complete in itself: it is copied out of the report and sent. */
export interface Handover {
  owner: Owner;
  title: string;
  lines: string[];
}

/** The payer can act alone on `user` causes; everyone else needs to be written to. */
export function handovers(view: View): Handover[] {
  const sure = view.causes.filter(({ owner }) => owner !== "user");
  const known = sure.filter(({ certainty }) => certainty !== "possible");
  const causes = known.length > 0 ? known : sure;
  return [...new Set(causes.map(({ owner }) => owner))].map((owner) => ({
    owner,
    title: say(view.lang, "ui.handover", { owner: say(view.lang, `owner.${owner}`) }),
    lines: message(
      view,
      causes.filter((cause) => cause.owner === owner),
    ),
  }));
}

function message(view: View, causes: readonly CauseView[]): string[] {
  const { lang } = view;
  const label = (key: string, text: string) => `${say(lang, key)}: ${text}`;
  return [
    say(lang, "ui.handover.hello"),
    ...causes.flatMap((cause) => [
      "",
      label("ui.handover.what", `${cause.title} (${cause.certaintyWords})`),
      cause.engineer,
      label("ui.handover.ask", cause.act),
      ...subjects(view, cause),
      ...cause.because.map((reason) => label("ui.handover.evidence", reason)),
      label("ui.handover.test", cause.overturn),
    ]),
    "",
    say(lang, "ui.handover.from", { guide: view.guideName, time: view.time }),
  ];
}

function subjects({ lang }: View, { rows: all, others, owner }: CauseView): string[] {
  // Where a name has moved, the team opens the new addresses; the old ones are open already.
  const fresh = all.filter(({ documented }) => !documented);
  const rows = fresh.length > 0 ? fresh : all;
  const lines = rows.length > 0 ? rowTable(rows, owner === "dns", lang) : [];
  return [
    ...lines.map((line) => `  ${line}`),
    ...(others.length > 0 ? [`${say(lang, "ui.handover.rows")}: ${others.join(", ")}`] : []),
  ];
}

/** Name servers know no ports: a DNS team gets each name and address once. */
function rowTable(rows: readonly RowView[], namesOnly: boolean, lang: View["lang"]): string[] {
  const columns = ["host", "address", ...(namesOnly ? [] : ["port", "protocol"])] as const;
  const head = columns.map((column) => say(lang, `ui.${column}`));
  const body = rows.map((row) => columns.map((column) => row[column as "host"]));
  return [...new Set(table([head, ...body]))];
}
