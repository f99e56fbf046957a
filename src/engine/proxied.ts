import type { ProxiedWalk } from "../evidence/facts.ts";
import type { HttpOutcome } from "../evidence/outcome.ts";
import type { Row } from "../guide/guide.ts";
import { judgeApp } from "./app.ts";
import type { Case } from "./case.ts";
import type { ClockResult } from "./clock.ts";
import { failed, type LayerResult, notTested, passed, reason, undecided } from "./layer.ts";
import { judgeTls } from "./tls.ts";

type Target = Pick<Row, "host" | "address" | "port" | "protocol">;

/** The steps of a way through a proxy, in order; `tcp` is the connection to the proxy. */
export interface ProxiedSteps {
  tcp: LayerResult;
  tls: LayerResult | undefined;
  app: LayerResult | undefined;
}

export function proxiedWalkOf(the: Case, row: Target, proxies: string[]): ProxiedWalk | undefined {
  const { host, port, protocol } = row;
  return the.book.get("proxied-row", { host, port, protocol, proxies });
}

export function judgeProxied(
  the: Case,
  clock: ClockResult,
  row: Target,
  proxies: string[],
): ProxiedSteps {
  const walk = proxiedWalkOf(the, row, proxies);
  if (!walk) return { tcp: notTested, tls: undefined, app: undefined };
  const { proxy } = walk;
  if (walk.tcp.outcome !== "ok") {
    const dead = reason("reason.proxy.unreachable", { proxy });
    return { tcp: failed("local.pac-wrong", dead), tls: undefined, app: undefined };
  }
  const tcp = passed(reason("reason.proxy.in-use", { proxy }));
  const refused = walk.connect && judgeConnect(walk.connect, proxy, row.port);
  if (refused) return { tcp, tls: undefined, app: refused };
  return {
    tcp,
    tls: walk.tls && judgeTls(the, clock, row, walk.tls, false),
    app: judgeApp(the, walk, row.host),
  };
}

/** The proxy's answer to CONNECT, where it is not "go ahead". */
function judgeConnect(connect: HttpOutcome, proxy: string, port: number): LayerResult | undefined {
  if (!connect.ok) {
    const cut = reason("reason.proxy.cut", { proxy, code: connect.code ?? connect.failure });
    return undecided("http", reason("decide.proxy-log"), [], cut);
  }
  const { status, headers } = connect;
  if (status === 200) return undefined;
  if (status === 407) {
    const scheme = headers["proxy-authenticate"] ?? "";
    return failed("http.proxy-auth", reason("reason.proxy.auth", { scheme }));
  }
  return failed("http.proxy-denied", reason("reason.proxy.denied", { proxy, port, status }));
}
