import { policyBuilder } from "../../builder.ts";
import type { Chain, Policy } from "../../policy.ts";
import type { Source } from "../../source.ts";
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
  const sets = options.ipset ? readIpSets(options.ipset) : noSets;
  let reading = readOnce(source, sets, nothing, quick);
  // What changes the meaning of other rules may stand behind them: then they are read again.
  const { learned } = reading;
  if (learned.untracked || learned.changing.size > 0 || learned.chains.size > 0) {
    reading = readOnce(source, sets, learned, quick);
  }
  const { builder } = reading;
  settleJumps(builder, [...reading.chains.values()]);
  addStages(reading, options.hook);
  const policy = builder.finish();
  doubtUnseen(builder, policy);
  return {
    ...policy,
    families: [reading.family ?? "ipv4"],
    chains: withInserted(policy.chains, reading.inserted),
  };
}

function readOnce(source: Source, sets: IpSets, known: Knowledge, quick: boolean): Reading {
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
    inserted: [],
    addresses: new Map(),
    ports: new Map(),
    extraRows: 0,
  };
  readLines(source, reading, quick);
  return reading;
}

/** The last rule that was inserted comes first. */
function withInserted(chains: readonly Chain[], inserted: Reading["inserted"]): readonly Chain[] {
  if (inserted.length === 0) return chains;
  const front = new Map<number, number[]>();
  for (const { chain, from, to } of inserted.toReversed()) {
    const rows = front.get(chain) ?? [];
    for (let row = from; row < to; row += 1) rows.push(row);
    front.set(chain, rows);
  }
  return chains.map(({ name, rows }, number) => {
    const first = new Set(front.get(number));
    return { name, rows: Int32Array.from([...first, ...rows.filter((row) => !first.has(row))]) };
  });
}
