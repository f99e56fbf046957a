import { diagnose } from "../../engine/diagnose.ts";
import {
  type DriftAdvice,
  type DriftRow,
  driftOf,
  type Observation,
} from "../../firewall/drift.ts";
import type { Guide } from "../../guide/guide.ts";
import { loadGuide } from "../../guide/load.ts";
import { table } from "../../report/columns.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { readEvidence } from "../evidence.ts";
import { Refusal } from "../refusal.ts";
import { keepApart, optionsOf, pathOf, shared, tell } from "./options.ts";
import { firewallText } from "./text.ts";

/** What asks nobody to open or close anything. */
const quiet: readonly DriftAdvice[] = ["keep", "check", "untold"];

/** `jochi firewall drift`: 1 where a row is to be requested, removed or refused. */
export async function drift(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = optionsOf(argv, { ...shared, output: { type: "string" } }, true);
  if (positionals.length === 0) throw new Refusal(firewallText[io.lang].noEvidence);
  keepApart(values.output, positionals, io);
  const guide = loadGuide(values.guide);
  const rows = driftOf(
    guide,
    positionals.map((file) => observe(file, guide, io)),
  );
  if (values.json) {
    const { id, edition } = guide;
    const found = { schema: "jochi.firewall-drift/1", guide: { id, edition }, rows };
    tell(`${JSON.stringify(found, null, 2)}\n`, values.output, io);
  } else tell(textOf(rows, io), values.output, io);
  const acts = rows.some(({ addresses }) =>
    addresses.some(({ advice }) => !quiet.includes(advice)),
  );
  return acts ? 1 : 0;
}

function observe(file: string, guide: Guide, io: Io): Observation {
  const evidence = readEvidence(pathOf(file, io), io);
  if (evidence.guide.id !== guide.id) {
    throw new Refusal(firewallText[io.lang].otherGuide(file, evidence.guide.id, guide.id));
  }
  return { file, evidence, endpoints: diagnose(guide, evidence).diagnosis.endpoints };
}

function textOf(rows: readonly DriftRow[], { lang }: Io): string {
  const word = (key: string) => say(lang, `firewall.drift.${key}`);
  const head = ["name", "port", "address", "documented", "resolved", "connected", "advice"];
  const body = rows.flatMap((row) =>
    row.addresses.map(({ address, documented, resolved, connected, advice }) => [
      row.host,
      portOf(row, word),
      address === "" ? "-" : address,
      word(documented ? "yes" : "no"),
      shareOf(resolved),
      shareOf(connected),
      word(`advice.${advice}`),
    ]),
  );
  return `${table([head.map(word), ...body]).join("\n")}\n`;
}

/** `443`, `123/udp`; what the service opens is told, because nothing of it can be tested here. */
function portOf({ port, transport, direction }: DriftRow, word: (key: string) => string): string {
  const told = transport === "udp" ? `${port}/udp` : port;
  return direction === "inbound" ? `${told} (${word("inbound")})` : told;
}

/** Of how many files; a dash where no file could tell. */
function shareOf({ yes, of }: { yes: number; of: number }): string {
  return of === 0 ? "-" : `${yes}/${of}`;
}
