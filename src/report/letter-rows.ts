import { wrap } from "./columns.ts";
import type { CauseView, RowView } from "./view.ts";

const columns = 80;

/**
 * What a letter lists of a cause. A foreign address that a name leads to is what to open where the
 * server has moved, and evidence alone where the name was bent.
 */
export function listOf({ cause, rows }: CauseView): {
  key: string;
  rows: RowView[];
  bent: boolean;
} {
  const fresh = rows.filter(({ documented }) => !documented);
  const moved = cause === "ip.drift" && fresh.length > 0;
  const bent = !moved && /^(dns|local)\./.test(cause) && fresh.length > 0;
  const key = `ui.handover.rows${moved ? ".new" : bent ? ".evidence" : ""}`;
  return { key, rows: moved || bent ? fresh : rows, bent };
}

/** Its rows, where their addresses and ports matter: names, routes and evidence know none. */
export function addressed(told: CauseView): RowView[] {
  const { rows, bent } = listOf(told);
  return bent || told.owner === "dns" || told.cause.startsWith("net.") ? [] : rows;
}

/** `host (80/HTTP 443/HTTPS): address, address`: every row, each name and port said once. */
export function entries(rows: readonly RowView[], withPorts: boolean, mark = ""): string[] {
  const places = [...Map.groupBy(rows, ({ host, address }) => `${host} ${address}`).values()];
  const heads = Map.groupBy(places, (place) => {
    const ports = withPorts ? ` (${portsOf(place)})` : "";
    return `${mark}${place[0]!.host}${ports}:`;
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
