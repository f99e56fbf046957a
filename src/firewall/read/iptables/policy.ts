import { chainsOf, policyBuilder } from "../../builder.ts";
import type { Policy } from "../../policy.ts";
import type { Source } from "../../source.ts";
import { copyRow, newTable } from "../../table.ts";
import type { ReadOptions } from "../reader.ts";
import { type IpSets, readIpSets } from "./ipset.ts";
import { readLines } from "./lines.ts";
import { settleJumps } from "./links.ts";
import type { Knowledge, Reading } from "./reading.ts";
import { addStages } from "./stages.ts";
import { doubtUnseen } from "./unseen.ts";

const noSets: IpSets = new Map();
const nothing: Knowledge = { untracked: false, changing: new Set(), chains: new Set() };

/** About as many bytes as the shortest rules have; a table too large costs nothing until used. */
const bytesPerRule = 48;

/** `quick` false reads every line the slow way, to the same effect. */
export function readPolicy(source: Source, options: ReadOptions, quick = true): Policy {
  const given = { sets: options.ipset ? readIpSets(options.ipset) : noSets, today: options.today };
  let reading = readOnce(source, given, nothing, quick);
  // What changes the meaning of other rules may stand behind them: then they are read again.
  const { learned } = reading;
  if (learned.untracked || learned.changing.size > 0 || learned.chains.size > 0) {
    reading = readOnce(source, given, learned, quick);
  }
  const { builder } = reading;
  settleJumps(builder, [...reading.chains.values()]);
  addStages(reading, options.hook);
  const policy = builder.finish();
  doubtUnseen(builder, policy);
  return { ...withInserted(policy, reading.inserted), families: [reading.family ?? "ipv4"] };
}

function readOnce(
  source: Source,
  { sets, today }: Pick<Reading, "sets" | "today">,
  known: Knowledge,
  quick: boolean,
): Reading {
  const reading: Reading = {
    builder: policyBuilder({
      vendor: "iptables",
      families: ["ipv4"],
      replies: "checked",
      capacity: Math.ceil(source.bytes.length / bytesPerRule),
    }),
    known,
    learned: { untracked: false, changing: new Set(), chains: new Set() },
    family: undefined,
    table: undefined,
    chains: new Map(),
    sets,
    today,
    inserted: [],
    addresses: new Map(),
    ports: new Map(),
    extraRows: 0,
  };
  readLines(source, reading, quick);
  return reading;
}

/** The last rule that was inserted comes first; rows are laid anew in the order of their chains. */
function withInserted(policy: Policy, inserted: Reading["inserted"]): Policy {
  if (inserted.length === 0) return policy;
  const front = new Map<number, number[]>();
  for (const { chain, from, to } of inserted.toReversed()) {
    const rows = front.get(chain) ?? [];
    for (let row = from; row < to; row += 1) rows.push(row);
    front.set(chain, rows);
  }
  const table = newTable(policy.table.length);
  for (const [number, { rows }] of policy.chains.entries()) {
    const first = new Set(front.get(number));
    for (const row of first) copyRow(policy.table, row, table);
    for (const row of rows) if (!first.has(row)) copyRow(policy.table, row, table);
  }
  const names = policy.chains.map(({ name }) => name);
  return { ...policy, table, chains: chainsOf(names, table) };
}
