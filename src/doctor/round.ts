import { openCase } from "../engine/case.ts";
import { judgeName, openRowsAt, outsideAddresses } from "../engine/name.ts";
import { controlPort } from "../engine/tcp.ts";
import { wayTo } from "../engine/way.ts";
import type { FactOf, Given, Wish } from "../evidence/facts.ts";
import { impossibleName } from "../evidence/impossible-name.ts";
import {
  type Guide,
  namesOf,
  openRowsOf,
  type Row,
  rowsBeside,
  rowsOf,
  wherever,
} from "../guide/guide.ts";
import type { Gatherer } from "./gather.ts";

/** glibc and Windows ask no more than the first three. */
const resolversMax = 3;
/** After these the system's own look-up would only wait for the same silence. */
const unanswered = new Set<string>(["timeout", "unreachable", "closed", "guarded"]);
/** How often a silent address is looked at again, ms. */
const reconsiderMs = 50;

/**
 * The first round: everything that the guide requires, all at once.
 *
 * @param onLocalOver called when everything about the PC itself has been gathered
 */
export async function firstRound(
  gatherer: Gatherer,
  guide: Guide,
  onLocalOver: () => void = () => {},
): Promise<void> {
  const names = namesOf(guide);
  await gatherer.lookAtAll([
    { probe: "interfaces", with: {} },
    { probe: "resolvers", with: {} },
    { probe: "hosts-file", with: { names } },
    { probe: "proxy-settings", with: {} },
  ]);
  await lookAtPac(gatherer, guide);
  await Promise.all([
    lookAtRows(gatherer, guide),
    lookAtNames(gatherer, guide, names).then(() => lookBeyond(gatherer, guide, names)),
    lookAtPc(gatherer, guide).then(onLocalOver),
  ]);
}

/** By then what is asked of the network is on its way, ms. */
const headStartMs = 60;

/**
 * Reading the PC is work for this processor. It is done while the network answers, and not before
 * the questions are out: the first answer is what a person waits for.
 */
async function lookAtPc(gatherer: Gatherer, guide: Guide): Promise<void> {
  await gatherer.machine.sleep(headStartMs, gatherer.signal);
  await gatherer.lookAtAll([...agentWishes(guide), ...pcWishes(guide)]);
}

async function lookAtPac(gatherer: Gatherer, guide: Guide): Promise<void> {
  const settings = openCase(guide, gatherer.evidence()).book.one("proxy-settings");
  if (settings?.state !== "found" || settings.value.pacUrl === undefined) return;
  const targets = new Map(
    [...rowsOf(guide), ...openRowsOf(guide)].map(({ host, port }) => [
      `${host}:${port}`,
      { host, port },
    ]),
  );
  for (const { address, name, ports } of guide.agents) {
    for (const host of name === undefined ? [address] : [address, name]) {
      targets.set(`${host}:${ports.first}`, { host, port: ports.first });
    }
  }
  await gatherer.look({ probe: "pac", with: { targets: [...targets.values()] } });
}

async function lookAtRows(gatherer: Gatherer, guide: Guide): Promise<void> {
  const { book } = openCase(guide, gatherer.evidence());
  // A proxy asks for names itself, so where a name leads from here need not be known.
  const open = openRowsOf(guide).filter((row) => browses(row) && wayTo(book, row).kind === "proxy");
  const wishes = [...rowsOf(guide), ...open].map((row): Wish => {
    const { host, address, port, protocol } = row;
    const way = wayTo(book, row);
    return way.kind === "proxy" && browses(row)
      ? { probe: "proxied-row", with: { host, port, protocol, proxies: way.proxies } }
      : { probe: "row", with: { host, address, port, protocol } };
  });
  const direct = wishes.flatMap((wish) => (wish.probe === "row" ? [wish.with.address] : []));
  const over = new AbortController();
  const until = AbortSignal.any([gatherer.signal, over.signal]);
  const walked = gatherer.lookAtAll(wishes).then(() => over.abort());
  const controls = [...new Set(direct)].map((address) =>
    askSilentAddress(gatherer, address, until),
  );
  await Promise.all([walked, measureRoundTrip(gatherer, until), ...controls]);
}

function browses({ protocol }: Row): boolean {
  return protocol === "http" || protocol === "https";
}

/** The burst of the start is over by then, ms. */
const burstMs = 200;

/**
 * At the start everything happens at once and answers look late. A little later one more
 * connection, to a place that has answered, shows how long the way really is.
 */
async function measureRoundTrip(gatherer: Gatherer, until: AbortSignal): Promise<void> {
  const { machine, pace } = gatherer;
  await machine.sleep(burstMs, until);
  const open = gatherer
    .evidence()
    .facts.find(({ probe, fact }) => probe === "row" && isOpen(fact as FactOf<"row"> | undefined));
  if (!open || until.aborted) return;
  const { address, port } = open.with as Given<"row">;
  const outcome = await machine.connect(address, port, { timeoutMs: 1_000, signal: until });
  if (!outcome.ok) return;
  outcome.connection.close();
  pace.measured(outcome.ms);
}

const isOpen = (fact: FactOf<"row"> | undefined) => fact?.tcp.outcome === "ok";

/** An address that says nothing on its documented ports may still show that it lives. */
async function askSilentAddress(
  { pace, machine, look }: Gatherer,
  address: string,
  until: AbortSignal,
): Promise<void> {
  const begun = machine.elapsed();
  while (machine.elapsed() - begun < pace.controlAfterMs()) {
    if (pace.alive(address) || until.aborted) return;
    await machine.sleep(reconsiderMs, until);
  }
  if (pace.alive(address) || until.aborted) return;
  await look({ probe: "control-port", with: { address, port: controlPort } });
}

async function lookAtNames(gatherer: Gatherer, guide: Guide, names: string[]): Promise<void> {
  const resolvers = openCase(guide, gatherer.evidence()).book.one("resolvers");
  const servers = resolvers?.state === "found" ? resolvers.value.slice(0, resolversMax) : [];
  await gatherer.lookAtAll(
    servers.flatMap((server) =>
      [...names, impossibleName].map(
        (name): Wish => ({ probe: "resolve", with: { server, name } }),
      ),
    ),
  );
}

/**
 * What the names led to that the guide does not know. The system's own look-up is asked where our
 * question to its servers did not end in an address; it may know another way.
 */
async function lookBeyond(gatherer: Gatherer, guide: Guide, names: string[]): Promise<void> {
  const { book } = openCase(guide, gatherer.evidence());
  const answers = Map.groupBy(book.all("resolve"), (entry) => entry.with.name);
  const lookups = names
    .filter((name) => {
      const outcomes = answers.get(name)?.map(({ fact }) => fact) ?? [];
      const silent = outcomes.every((fact) => !fact.ok && unanswered.has(fact.failure));
      return !silent && !outcomes.some((fact) => fact.ok);
    })
    .map((name): Wish => ({ probe: "lookup", with: { name } }));
  const beyond = () => [
    ...insideRows(gatherer, guide, names),
    ...outsideRows(gatherer, guide, names),
  ];
  await gatherer.lookAtAll([...lookups, ...beyond()]);
  if (lookups.length > 0) await gatherer.lookAtAll(beyond());
}

/** The rows whose addresses only their names tell. */
function insideRows(gatherer: Gatherer, guide: Guide, names: string[]): Wish[] {
  const the = openCase(guide, gatherer.evidence());
  if (the.open.length === 0) return [];
  return names.flatMap((name) =>
    openRowsAt(the, name, judgeName(the, name))
      .filter(({ address }) => address !== wherever && !/^(127|0)\./.test(address))
      .filter((row) => !browses(row) || wayTo(the.book, row).kind !== "proxy")
      .map(({ host, address, port, protocol }): Wish => {
        return { probe: "row", with: { host, address, port, protocol } };
      }),
  );
}

/** A row for every port of a host at every address outside the documented set. */
function outsideRows(gatherer: Gatherer, guide: Guide, names: string[]): Wish[] {
  const the = openCase(guide, gatherer.evidence());
  return names.flatMap((name) =>
    outsideAddresses(the, name)
      .filter((address) => !/^(127|0)\./.test(address))
      .flatMap((address) => rowsBeside(guide, name, address))
      .filter((row) => !browses(row) || wayTo(the.book, row).kind !== "proxy")
      .map(({ host, address, port, protocol }): Wish => {
        return { probe: "row", with: { host, address, port, protocol } };
      }),
  );
}

export function agentWishes(guide: Guide): Wish[] {
  return guide.agents.flatMap(({ address, ports, protocol, path }) =>
    Array.from({ length: ports.count }, (_, offset): Wish => {
      const port = ports.first + offset;
      return { probe: "agent", with: { address, port, protocol, path } };
    }),
  );
}

export function pcWishes(guide: Guide): Wish[] {
  return [
    { probe: "browsers", with: {} },
    { probe: "programs", with: {} },
    { probe: "zone-entries", with: {} },
    { probe: "zone-settings", with: {} },
    { probe: "browser-policies", with: {} },
    { probe: "site-permissions", with: {} },
    { probe: "popups", with: {} },
    { probe: "roots", with: {} },
    ...serviceWishes(guide),
    ...guide.files.flatMap(({ paths }) =>
      paths.map((path): Wish => ({ probe: "path", with: { path } })),
    ),
    ...guide.programs
      .filter(({ required }) => required)
      .flatMap(({ installFolders = [] }) => installFolders)
      .map((path): Wish => ({ probe: "path", with: { path } })),
  ];
}

function serviceWishes(guide: Guide): Wish[] {
  const names = [...new Set(guide.programs.flatMap(({ services = [] }) => services))];
  return names.length === 0 ? [] : [{ probe: "services", with: { names } }];
}
