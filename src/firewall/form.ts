import type { Guide } from "../guide/guide.ts";
import type { Text } from "../guide/schema/common.ts";
import { type Flow, flowsOf } from "./flow.ts";

/** One line of a request form: one address of a host and all its ports. */
export interface FormRow {
  group: Text;
  /** The guide's row. */
  endpoint: string;
  /** ASCII letters, digits and spaces, at most 40: what request portals take as a name. */
  name: string;
  host: string;
  /** Empty where the guide knows the name only. */
  address: string;
  /** `80, 443, 8000-8010`. */
  ports: string;
  transport: "tcp" | "udp";
  direction: Flow["direction"];
  purpose: Text;
  required: boolean;
  remarks: Text[];
}

/** Most characters of a row's name in request portals. */
const nameLimit = 40;

/** The rows of a guide as people ask for them, in its order: one opening of the printed table a row. */
export function formRows(guide: Pick<Guide, "endpoints" | "groups">, flows?: Flow[]): FormRow[] {
  const titles = new Map(guide.groups.map(({ id, title }) => [id, title]));
  const notes = new Map(guide.endpoints.map(({ id, note }) => [id, note]));
  const wanted = flows ?? flowsOf(guide);
  const rows = Map.groupBy(wanted, ({ endpoint, address, transport }) =>
    [endpoint, address, transport].join(" "),
  );
  const counts = new Map<string, number>();
  return [...rows.values()].map((own): FormRow => {
    const { endpoint, group, host, address, transport, direction, purpose, required } = own[0]!;
    const count = (counts.get(endpoint) ?? 0) + 1;
    counts.set(endpoint, count);
    const note = notes.get(endpoint);
    return {
      group: titles.get(group) ?? { ko: group },
      endpoint,
      name: nameOf(endpoint, count),
      host,
      address: address ?? "",
      ports: own.map(({ port }) => port).join(", "),
      transport,
      direction,
      purpose,
      required,
      remarks: note ? [note] : [],
    };
  });
}

function nameOf(endpoint: string, count: number): string {
  const words = endpoint.replaceAll("-", " ");
  const number = ` ${count}`;
  return words.slice(0, nameLimit - number.length).trimEnd() + number;
}

/** Rows that an older edition asked for and a newer one does not: openings to be closed again. */
export function droppedFlows(
  older: Pick<Guide, "endpoints">,
  newer: Pick<Guide, "endpoints">,
): Flow[] {
  const key = ({ host, address, port, transport, direction }: Flow) =>
    [host, address, port, transport, direction].join(" ");
  const kept = new Set(flowsOf(newer).map(key));
  return flowsOf(older).filter((flow) => !kept.has(key(flow)));
}
