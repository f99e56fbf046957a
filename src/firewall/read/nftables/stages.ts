import { anyV4, anyV6, type Family } from "../../address.ts";
import { type PolicyBuilder, policyBuilder } from "../../builder.ts";
import type { Policy } from "../../policy.ts";
import { everyPhase, phases } from "../../table.ts";
import type { ReadOptions } from "../reader.ts";
import { doubtUnread, type Unread } from "../unread.ts";
import { type Chains, chainsOf, rulesOf } from "./chains.ts";
import { conntrackPriority } from "./priority.ts";
import { type Rows, rowsOf } from "./rows.ts";
import type { ChainText, Ruleset, Table } from "./syntax.ts";

type Judged = NonNullable<ReadOptions["hook"]>;

const familiesOf: Readonly<Record<string, readonly Family[]>> = {
  ip: ["ipv4"],
  ip6: ["ipv6"],
  inet: ["ipv4", "ipv6"],
};

const requests = phases.open | phases.data;
const replies = phases.reply | phases.replyData;

/**
 * The hooks that packets pass, in their order, and the phases of a connection that come through. What
 * a host sends leaves by its output hook, the answers come in by the others, and the other way round.
 */
const paths: Readonly<Record<Judged, readonly (readonly [string, number])[]>> = {
  forward: [
    ["prerouting", everyPhase],
    ["forward", everyPhase],
    ["postrouting", everyPhase],
  ],
  output: [
    ["output", requests],
    ["postrouting", requests],
    ["prerouting", replies],
    ["input", replies],
  ],
  input: [
    ["prerouting", requests],
    ["input", requests],
    ["output", replies],
    ["postrouting", replies],
  ],
};

interface Base {
  table: Table;
  chain: ChainText;
  hook: string;
  type: string;
  priority: number;
}

/** The one translation for both ways in which a ruleset is written. */
export function policyOf(ruleset: Ruleset, options: ReadOptions): Policy {
  const tables = [...ruleset.tables.values()].filter((table) => !table.dormant);
  const filtering = tables.filter(({ family }) => Object.hasOwn(familiesOf, family));
  const families = (["ipv4", "ipv6"] as const).filter(
    (each) =>
      filtering.length === 0 || filtering.some(({ family }) => familiesOf[family]!.includes(each)),
  );
  markUpdatedSets(filtering);
  const capacity = filtering.flatMap(({ chains }) => [...chains.values()]).reduce(countRules, 0);
  const builder = policyBuilder({ vendor: "nftables", families, replies: "checked", capacity });
  const rows = rowsOf(builder);
  const bases = filtering.flatMap(basesOf);
  const judged = judgedHook(bases, options, builder);
  const chains = chainsOf(rows, { notrack: hasNotrack(filtering), today: options.today });
  let stages = 0;
  for (const [hook, passing] of paths[judged]) {
    const here = bases.filter((base) => base.hook === hook);
    for (const base of here.sort((a, b) => a.priority - b.priority)) {
      if (addStage({ base, judged, passing, families }, { builder, rows, chains })) stages += 1;
    }
  }
  if (stages === 0) builder.stage({ chain: builder.chain(judged), otherwise: "permit", line: 0 });
  for (const { line, what } of ruleset.notUnderstood) builder.notUnderstood(line, what);
  const cards = elsewhere(tables);
  for (const { line, what } of cards) builder.notUnderstood(line, what);
  doubtUnread(builder, "network cards", cards);
  return builder.finish();
}

function countRules(sum: number, { rules, inserted }: ChainText): number {
  return sum + rules.length + inserted.length;
}

function basesOf(table: Table): Base[] {
  return [...table.chains.values()].flatMap((chain) =>
    chain.base ? [{ table, chain, ...chain.base }] : [],
  );
}

/** The hook asked for; else forward, and where nothing is forwarded what a host filters. */
function judgedHook(bases: readonly Base[], options: ReadOptions, builder: PolicyBuilder): Judged {
  if (options.hook) return options.hook;
  const order = ["forward", "output", "input"] as const;
  const found = order.find((hook) => bases.some((base) => base.hook === hook)) ?? "forward";
  if (found !== "forward") builder.assume(`firewall.assumed.${found}-hook`);
  return found;
}

interface Place {
  base: Base;
  judged: Judged;
  passing: number;
  families: readonly Family[];
}

/** Whether the base chain became a stage; one that can stop nothing only matters in the judged hook. */
function addStage(
  { base, judged, passing, families }: Place,
  { builder, rows, chains }: { builder: PolicyBuilder; rows: Rows; chains: Chains },
): boolean {
  const { table, chain, hook, priority } = base;
  const line = chain.policy?.line ?? chain.line;
  const isNat = base.type === "nat";
  const asked = isNat ? passing & phases.open : passing;
  if (asked === 0) return false;
  const forwards = judged === "forward";
  const where = {
    noInput: hook === "output" || (hook === "postrouting" && !forwards),
    noOutput: hook === "prerouting" || hook === "input",
    early: priority < conntrackPriority && (hook === "prerouting" || hook === "output"),
  };
  const written = chains.base(table, chain, where, (number) => {
    const pass = { chain: number, line, action: "permit" } as const;
    if (asked !== everyPhase) rows.add(pass, [{ phases: everyPhase & ~asked }], []);
    const foreign = families.filter((family) => !familiesOf[table.family]!.includes(family));
    for (const family of foreign)
      rows.add(pass, [{ source: family === "ipv4" ? anyV4 : anyV6 }], []);
  });
  const drops = chain.policy?.drop ?? false;
  if (!drops && !written.stops && (hook !== judged || isNat)) return false;
  const otherwise = drops ? "deny" : "permit";
  builder.stage({ chain: written.number, otherwise, line: chain.policy?.line ?? 0 });
  return true;
}

/** A set that rules put packets into is not what the file shows. */
function markUpdatedSets(tables: readonly Table[]): void {
  for (const { chains, sets } of tables) {
    for (const chain of chains.values()) {
      for (const { statements } of rulesOf(chain)) {
        for (const statement of statements) {
          const set = statement.kind === "update" ? sets.get(statement.set) : undefined;
          if (set) set.dynamic = true;
        }
      }
    }
  }
}

function hasNotrack(tables: readonly Table[]): boolean {
  return tables.some(({ chains }) =>
    [...chains.values()].some((chain) =>
      chain.rules
        .concat(chain.inserted)
        .some(({ statements }) => statements.some(({ kind }) => kind === "notrack")),
    ),
  );
}

/** Filters at a network card stand before everything that is judged here. */
function elsewhere(tables: readonly Table[]): Unread[] {
  const cards = new Set(["ingress", "egress"]);
  return tables.flatMap(({ family, name, chains }) =>
    [...chains.values()]
      .filter(({ base }) => base && cards.has(base.hook))
      .map((chain) => ({ line: chain.line, what: `${family} ${name} ${chain.name}` })),
  );
}
