import type { ProxySettings } from "../evidence/outcome.ts";
import { bypassOf } from "../windows/proxy-bypass.ts";
import type { Case } from "./case.ts";
import { type JudgedCheck, unreadReason } from "./check.ts";
import { listeningAgents } from "./check-agents.ts";
import { reason } from "./layer.ts";

type Base = Pick<JudgedCheck, "id" | "kind" | "subject">;
const loopback: Base = { id: "proxy-loopback", kind: "proxy", subject: "proxy-loopback" };

/** The proxy setting itself, and whether it leaves the programs on this PC alone. */
export function judgeProxy(the: Case): JudgedCheck[] {
  const base = { id: "proxy", kind: "proxy", subject: "proxy" };
  const settings = the.book.one("proxy-settings");
  if (settings === undefined || settings.state === "unreadable") {
    return [{ ...base, verdict: "unknown", because: [unreadReason(settings)] }];
  }
  if (settings.state !== "found") {
    return [{ ...base, verdict: "pass", because: [reason("reason.proxy.none")] }];
  }
  const { pacUrl, http, https } = settings.value;
  if (pacUrl !== undefined) return [judgePac(the, base), judgeScript(the)];
  const proxy = https ?? http;
  if (proxy === undefined) {
    return [{ ...base, verdict: "pass", because: [reason("reason.proxy.none")] }];
  }
  const because = [reason("reason.proxy.in-use", { proxy })];
  return [{ ...base, verdict: "pass", because }, judgeFixed(the, settings.value)];
}

function judgePac(the: Case, base: Base): JudgedCheck {
  const pac = the.book.one("pac");
  if (!pac) return { ...base, verdict: "unknown", because: [reason("reason.not-tested")] };
  const broken = pac.file.state !== "found" ? pac.file.state : pac.broken;
  if (broken === undefined)
    return { ...base, verdict: "pass", because: [reason("reason.proxy.pac-runs")] };
  const because = [reason("reason.proxy.pac-broken", { code: broken })];
  return { ...base, verdict: "fail", because, cause: "local.pac-wrong" };
}

/**
 * Programs of the guide live on loopback. Newer browsers do not even ask the script about it;
 * Internet Explorer, and the programs themselves, may. So what the script says is likely a cause.
 */
function judgeScript(the: Case): JudgedCheck {
  const own = hostsOnPc(the);
  const routes = Object.entries(the.book.one("pac")?.routes ?? {}).filter(([target]) =>
    own.includes(target.replace(/:\d+$/, "")),
  );
  if (routes.length === 0) {
    return { ...loopback, verdict: "not-applicable", because: [reason("reason.proxy.no-agents")] };
  }
  const captured = routes.find(([, route]) => /^\s*(PROXY|HTTPS?|SOCKS)/i.test(route));
  return captured ? { ...captures(captured[0]), likely: true } : direct();
}

/** A proxy entered by hand, and the list of what goes past it. */
function judgeFixed(the: Case, { bypass }: ProxySettings): JudgedCheck {
  const own = hostsOnPc(the);
  if (own.length === 0) {
    return { ...loopback, verdict: "not-applicable", because: [reason("reason.proxy.no-agents")] };
  }
  const ways = own.map((host) => ({ host, way: bypassOf(bypass, host) }));
  const captured = ways.find(({ way }) => way === "no-rule");
  if (captured) return captures(captured.host);
  const open = ways.find(({ way }) => way === "contradiction");
  if (!open) return direct();
  const because = [reason("reason.proxy.loopback-open", { name: open.host })];
  return { ...loopback, verdict: "unknown", because };
}

/**
 * Where pages call programs on this PC: by address, and by name where nothing newer answers than
 * what only has a name.
 */
function hostsOnPc(the: Case): string[] {
  const named = the.guide.agents.flatMap(({ id, role, name }) => {
    const listening = listeningAgents(the, role);
    const alone = listening.length > 0 && listening.every(({ agent }) => agent.id === id);
    return name !== undefined && alone ? [name] : [];
  });
  return [...new Set([...the.guide.agents.map(({ address }) => address), ...named])];
}

function direct(): JudgedCheck {
  return { ...loopback, verdict: "pass", because: [reason("reason.proxy.loopback-direct")] };
}

function captures(name: string): JudgedCheck {
  const because = [reason("reason.pc.proxy.captures-loopback", { name })];
  return { ...loopback, verdict: "fail", because, cause: "proxy.captures-loopback" };
}
