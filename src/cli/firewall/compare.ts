import { compareConfigurations, type OneSide } from "../../firewall/verify/comparison.ts";
import { comparisonText } from "../../report/firewall/comparison.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { readPolicy, readSource } from "./config.ts";
import { keepApart, optionsOf, shared, sourcesOf, tell } from "./options.ts";
import { crossingOf, reading, readOptionsOf } from "./reading.ts";
import { firewallText } from "./text.ts";

/** `jochi firewall compare`: 0 where both configurations treat every packet alike. */
export async function compare(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = optionsOf(
    argv,
    {
      ...shared,
      ...reading,
      output: { type: "string" },
    },
    true,
  );
  if (positionals.length !== 2) throw new Refusal(firewallText[io.lang].needsTwo);
  keepApart(values.output, [...positionals, values.ipset], io);
  const options = readOptionsOf(values, io);
  const [before, after] = (await Promise.all(
    positionals.map(async (file): Promise<OneSide> => {
      const source = readSource(file, io);
      return { source, policy: await readPolicy(source, values.vendor, options, io) };
    }),
  )) as [OneSide, OneSide];
  const sources = values.source ? sourcesOf(values.source, io).sources : undefined;
  const crossing = crossingOf(values, io);
  const found = compareConfigurations(before, after, sources, crossing);
  const report = values.json
    ? `${JSON.stringify(found, null, 2)}\n`
    : comparisonText(found, io.lang);
  tell(report, values.output, io);
  return found.changes.length === 0 && found.complete && found.everyInterface ? 0 : 1;
}
