import { type Flow, flowsOf } from "../../firewall/flow.ts";
import { droppedFlows, formRows } from "../../firewall/form.ts";
import { prove } from "../../firewall/prove/prove.ts";
import type { Guide } from "../../guide/guide.ts";
import { loadGuide } from "../../guide/load.ts";
import { isPacked } from "../../own/files.ts";
import { requestForm } from "../../report/request/form.ts";
import { formats } from "../../report/request/index.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { isDay } from "../day.ts";
import { Refusal } from "../refusal.ts";
import { readPolicy, readSource } from "./config.ts";
import { choiceOf, keepApart, optionsOf, save, shared, sourcesOf } from "./options.ts";
import { crossingOf, reading, readOptionsOf } from "./reading.ts";
import { firewallText } from "./text.ts";

const options = {
  ...shared,
  ...reading,
  format: { type: "string" },
  output: { type: "string" },
  applicant: { type: "string", default: "" },
  department: { type: "string", default: "" },
  from: { type: "string", default: "" },
  until: { type: "string", default: "" },
  since: { type: "string" },
  config: { type: "string" },
} as const;

type Values = ReturnType<typeof optionsOf<typeof options>>["values"];

/** `jochi firewall request`: 방화벽 오픈 신청서, of what is not permitted yet. */
export async function request(argv: string[], io: Io): Promise<number> {
  const text = firewallText[io.lang];
  const { values } = optionsOf(argv, options);
  const name = choiceOf("--format", values.format, Object.keys(formats), io);
  const format = formats[name]!;
  if (format.checkoutOnly && isPacked) throw new Refusal(text.checkoutOnly(name));
  if (format.binary && values.output === undefined) throw new Refusal(text.onlyFile(name));
  for (const day of ["from", "until"] as const) {
    const value = values[day];
    if (value !== "" && !isDay(value)) throw new Refusal(text.badDay(`--${day}`, value));
  }
  keepApart(values.output, [values.config, values.ipset], io);
  const { words, sources } = sourcesOf(values.source, io);
  const guide = loadGuide(values.guide);
  const flows = await missingFlows(flowsOf(guide), sources, values, io);
  const dropped = values.since === undefined ? [] : droppedSince(values.since, guide);
  if (values.since !== undefined && dropped.length === 0) {
    io.err(`${say(io.lang, "firewall.nothing-dropped", { edition: values.since })}\n`);
  }
  if (flows.length + dropped.length === 0) {
    io.err(`${say(io.lang, "firewall.nothing-to-request")}\n`);
    return 0;
  }
  const form = requestForm(
    guide,
    formRows(guide, flows),
    dropped.length === 0 ? [] : formRows(loadGuide(`${guide.id}@${values.since}`), dropped),
    { ...values, sources: words },
    io.lang,
  );
  const written = await format.write(form);
  if (values.output === undefined) io.out(written.toString());
  else save(written, values.output, io);
  return 0;
}

/** Verify first, then ask only for what is missing. */
async function missingFlows(
  flows: Flow[],
  sources: Parameters<typeof prove>[2],
  values: Values,
  io: Io,
): Promise<Flow[]> {
  if (values.config === undefined) return flows;
  const source = readSource(values.config, io);
  const policy = await readPolicy(source, values.vendor, readOptionsOf(values, io), io);
  const crossing = crossingOf(values, io);
  return prove(policy, flows, sources, crossing)
    .filter(({ verdict }) => verdict !== "permitted")
    .map(({ flow }) => flow);
}

function droppedSince(edition: string, newer: Guide): Flow[] {
  return droppedFlows(loadGuide(`${newer.id}@${edition}`), newer);
}
