import type { Wish } from "../evidence/facts.ts";
import type { EndpointResult, Layers } from "../evidence/report.ts";
import type { Row } from "../guide/guide.ts";
import { judgeApp } from "./app.ts";
import type { Case } from "./case.ts";
import type { ClockResult } from "./clock.ts";
import { failed, type LayerResult, reason, rounded } from "./layer.ts";
import type { NameResult } from "./name.ts";
import { judgeProxied, proxiedWalkOf } from "./proxied.ts";
import { judgeTcp } from "./tcp.ts";
import { judgeTls } from "./tls.ts";
import { walkOf } from "./walk.ts";
import { type Way, wayTo } from "./way.ts";

type Target = Omit<Row, "endpoint" | "required">;

/** The steps of one row's way, each with its own result. */
interface Steps {
  name: LayerResult;
  tcp: LayerResult;
  tls: LayerResult | undefined;
  app: LayerResult | undefined;
}

/** A judged row, with the tests that could say more about it. */
export interface JudgedRow {
  result: EndpointResult;
  steps: Steps;
  way: Way;
  wants: Wish[];
}

export interface Circumstances {
  clock: ClockResult;
  /** No network interface has an address: nothing was ever sent. */
  offline: boolean;
}

/** Judges a row the way a browser would walk it: name, address, TCP, TLS, application. */
export function judgeRow(
  the: Case,
  circumstances: Circumstances,
  row: Target,
  documented: boolean,
  name: NameResult,
): JudgedRow {
  const way = wayTo(the.book, row);
  const steps = stepsOf(the, circumstances, row, name, way);
  const decisive = decide(steps, way);
  const { verdict } = decisive;
  const result: EndpointResult = {
    host: row.host,
    address: row.address,
    port: row.port,
    protocol: row.protocol,
    group: row.group,
    documented,
    verdict: verdict === "not-tested" ? "insufficient" : verdict,
    layers: layersOf(row, steps),
    because: decisive.because,
    ...(decisive.decidedBy && { decidedBy: decisive.decidedBy }),
    ms: durationOf(the, row, way),
  };
  const wants = [steps.tcp, steps.tls, steps.app].flatMap((step) => step?.wants ?? []);
  return { result, steps, way, wants: [...wants, ...secondWay(the, row, way, steps)] };
}

/**
 * A program that does not browse goes straight; where that fails, the proxy is its other way. A
 * browser whose proxies are all dead goes straight where the script says so.
 */
function secondWay(the: Case, row: Target, way: Way, steps: Steps): Wish[] {
  const { host, port, protocol } = row;
  const browses = protocol === "http" || protocol === "https";
  if (way.kind !== "proxy") return [];
  if (browses) {
    const { address } = row;
    const straight: Wish = { probe: "row", with: { host, address, port, protocol } };
    return way.thenDirect && steps.tcp.verdict === "local.pac-wrong" ? [straight] : [];
  }
  if (!walkOf(the.book, row)) return [];
  if (steps.tcp.verdict === "ok" || steps.tcp.verdict === "net.offline") return [];
  return [{ probe: "proxied-row", with: { host, port, protocol, proxies: way.proxies } }];
}

function stepsOf(
  the: Case,
  { clock, offline }: Circumstances,
  row: Target,
  name: NameResult,
  way: Way,
): Steps {
  const nameStep: LayerResult = {
    verdict: name.verdict,
    because: name.because,
    wants: [],
    ...(name.decidedBy && { decidedBy: name.decidedBy }),
  };
  if (offline) {
    const off = failed("net.offline", reason("reason.net.no-interface"));
    return { name: nameStep, tcp: off, tls: undefined, app: undefined };
  }
  const direct = directSteps(the, clock, row);
  if (way.kind !== "proxy") return { name: nameStep, ...direct };
  const browses = row.protocol === "http" || row.protocol === "https";
  // Programs that do not browse try the straight way first; many know no other.
  if (!browses && direct.tcp.verdict === "ok") return { name: nameStep, ...direct };
  const proxied = judgeProxied(the, clock, row, way.proxies);
  const dead = proxied.tcp.verdict === "local.pac-wrong";
  if (dead && way.thenDirect && direct.tcp.verdict !== "not-tested") {
    return { name: nameStep, ...direct };
  }
  if (!browses && proxied.tcp.verdict === "not-tested") return { name: nameStep, ...direct };
  return { name: nameStep, ...proxied };
}

function directSteps(the: Case, clock: ClockResult, row: Target): Omit<Steps, "name"> {
  const walk = walkOf(the.book, row);
  return {
    tcp: judgeTcp(the, row),
    tls: walk?.tls && judgeTls(the, clock, row, walk.tls, true),
    app: walk && judgeApp(the, walk, row.host),
  };
}

/** The first step that fails is the row's verdict. A proxy asks for names itself. */
function decide(steps: Steps, way: Way): LayerResult {
  // Without a way out nobody can be asked for names either.
  if (steps.tcp.verdict.startsWith("net.")) return steps.tcp;
  const proxied =
    way.kind === "proxy" && steps.tcp.because.some(({ key }) => key.startsWith("reason.proxy"));
  const named = proxied ? [] : [steps.name];
  const walked = [...named, steps.tcp, steps.tls, steps.app].filter((step) => step !== undefined);
  const bad = walked.find(({ verdict }) => verdict !== "ok");
  if (bad && way.kind === "pac-broken" && bad.verdict !== "not-tested") {
    return failed(
      "local.pac-wrong",
      reason("reason.proxy.pac-broken", { code: way.code }),
      ...bad.because,
    );
  }
  if (!bad) return walked[walked.length - 1] as LayerResult;
  // A name nobody asked about says nothing against an address that answers.
  if (bad === steps.name && bad.verdict === "not-tested") {
    return walked.slice(1).find(({ verdict }) => verdict !== "ok") ?? unasked(steps);
  }
  return bad;
}

function unasked(steps: Steps): LayerResult {
  return { ...steps.tcp, verdict: "insufficient", because: [reason("reason.dns.not-asked")] };
}

function layersOf(row: Target, { name, tcp, tls, app }: Steps): Layers {
  const usesTls = row.protocol === "https";
  const usesApp = row.protocol !== "tcp";
  return {
    name: name.verdict,
    tcp: tcp.verdict,
    tls: tls?.verdict ?? (usesTls ? "not-tested" : "not-applicable"),
    app: app?.verdict ?? (usesApp ? "not-tested" : "not-applicable"),
  };
}

function durationOf(the: Case, row: Target, way: Way): number | null {
  const walk =
    way.kind === "proxy"
      ? (proxiedWalkOf(the, row, way.proxies) ?? walkOf(the.book, row))
      : walkOf(the.book, row);
  if (!walk) return null;
  const app = (walk.http?.ms ?? 0) + (walk.ldap?.answer.ms ?? 0);
  return rounded(walk.tcp.ms + (walk.tls?.ms ?? 0) + app);
}
