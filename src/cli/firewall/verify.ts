import { flowsOf } from "../../firewall/flow.ts";
import { auditScopes } from "../../firewall/verify/audit.ts";
import { verify as hold } from "../../firewall/verify/verify.ts";
import type { Writer } from "../../firewall/write/writer.ts";
import { loadGuide } from "../../guide/load.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { readPolicy, readSource } from "./config.ts";
import { choiceOf, optionsOf, shared, sourcesOf } from "./options.ts";
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
  });
  if (values.config === undefined) throw new Refusal(firewallText[io.lang].missing("--config"));
  const audit = choiceOf("--audit", values.audit, auditScopes, io);
  const { words, sources } = sourcesOf(values.source, io);
  const guide = loadGuide(values.guide);
  const source = readSource(values.config, io);
  const policy = await readPolicy(source, values.vendor, readOptionsOf(values, io), io);
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
  });
  if (values.json) io.out(`${JSON.stringify(found, null, 2)}\n`);
  else {
    const { verificationText } = await import("../../report/firewall/verification.ts");
    io.out(verificationText(found, io.lang, { all: values.all }));
  }
  const missing = found.flows.some(({ required, verdict }) => required && verdict !== "permitted");
  return missing ? 1 : 0;
}

async function writerOrNote(vendor: string, io: Io): Promise<Writer | undefined> {
  const { writerFor } = await import("../../firewall/write/index.ts");
  const writer = writerFor(vendor);
  if (!writer) io.err(`jochi firewall: ${say(io.lang, "firewall.fix.no-writer", { vendor })}\n`);
  return writer;
}
