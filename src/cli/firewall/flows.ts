import { type Flow, flowsOf } from "../../firewall/flow.ts";
import { loadGuide } from "../../guide/load.ts";
import { table } from "../../report/columns.ts";
import type { Io } from "../command.ts";
import { optionsOf, shared, tell } from "./options.ts";

/** `jochi firewall flows`: what the guide requires, one line each. */
export async function flows(argv: string[], io: Io): Promise<number> {
  const { values } = optionsOf(argv, { ...shared, output: { type: "string" } });
  const guide = loadGuide(values.guide);
  const all = flowsOf(guide);
  if (values.json) {
    const { id, edition } = guide;
    const told = all.map(({ destination: _, ports: __, ...flow }) => flow);
    const found = { schema: "jochi.firewall-flows/1", guide: { id, edition }, flows: told };
    tell(`${JSON.stringify(found, null, 2)}\n`, values.output, io);
  } else {
    const rows = table(all.map((flow) => rowOf(flow, io.lang)));
    tell(`${rows.join("\n")}\n`, values.output, io);
  }
  return 0;
}

function rowOf({ host, address, port, transport, purpose }: Flow, lang: Io["lang"]): string[] {
  return [host, address ?? "-", `${port}/${transport}`, purpose[lang] ?? purpose.ko];
}
