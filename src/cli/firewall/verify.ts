import { flowsOf } from "../../firewall/flow.ts";
import { auditScopes } from "../../firewall/verify/audit.ts";
import type { Verification } from "../../firewall/verify/verification.ts";
import { verify as hold } from "../../firewall/verify/verify.ts";
import type { Writer } from "../../firewall/write/writer.ts";
import { loadGuide } from "../../guide/load.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { readPolicy, readSource } from "./config.ts";
import { choiceOf, keepApart, optionsOf, shared, sourcesOf, tell } from "./options.ts";
import { crossingOf, reading, readOptionsOf } from "./reading.ts";
import { firewallText } from "./text.ts";

/** `jochi firewall verify`: 0 where every required flow is permitted. */
export async function verify(argv: string[], io: Io): Promise<number> {
  const { values } = optionsOf(argv, {
    ...shared,
    ...reading,
    config: { type: "string" },
    fix: { type: "boolean", default: false },
    all: { type: "boolean", default: false },
    audit: { type: "string", default: "sources" },
    output: { type: "string" },
  });
  if (values.config === undefined) throw new Refusal(firewallText[io.lang].missing("--config"));
  keepApart(values.output, [values.config, values.ipset], io);
  const audit = choiceOf("--audit", values.audit, auditScopes, io);
  const { words, sources } = sourcesOf(values.source, io);
  const guide = loadGuide(values.guide);
  const source = readSource(values.config, io);
  const options = readOptionsOf(values, io);
  const policy = await readPolicy(source, values.vendor, options, io);
  const writer = values.fix ? await writerOrNote(policy.vendor, io) : undefined;
  const found = hold({
    source,
    policy,
    guide: { id: guide.id, edition: guide.edition },
    flows: flowsOf(guide),
    sources,
    sourcesGiven: words,
    crossing: crossingOf(values, io),
    audit,
    writer,
    today: options.today,
  });
  const report = values.json
    ? `${JSON.stringify(found, null, 2)}\n`
    : await reportOf(found, values.all, io);
  // Rules go into a file of their own, so that it can be loaded; the report stays to be read.
  tell(report, values.fix ? undefined : values.output, io);
  if (values.fix && !found.fix) io.err(`${await said("firewall.fix.none", io)}\n`);
  if (found.fix && values.output !== undefined) tell(found.fix.text, values.output, io);
  const missing = found.flows.some(({ required, verdict }) => required && verdict !== "permitted");
  return missing ? 1 : 0;
}

async function reportOf(found: Verification, all: boolean, io: Io): Promise<string> {
  const { verificationText } = await import("../../report/firewall/verification.ts");
  return verificationText(found, io.lang, { all });
}

async function writerOrNote(vendor: string, io: Io): Promise<Writer | undefined> {
  const { writerFor } = await import("../../firewall/write/index.ts");
  const writer = writerFor(vendor);
  if (!writer) {
    io.err(`jochi firewall: ${await said("firewall.fix.no-writer", io, { vendor })}\n`);
  }
  return writer;
}

/** The sentences are loaded only when one is wanted: most runs say none of them. */
async function said(key: string, { lang }: Io, values: Record<string, string> = {}) {
  const { say } = await import("../../text/say.ts");
  return say(lang, key, values);
}
