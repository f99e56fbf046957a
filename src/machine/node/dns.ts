import { createSocket } from "node:dgram";
import dns from "node:dns";
import { isIP } from "node:net";
import type { NetworkGuard } from "../guard.ts";
import type { DnsOutcome } from "../machine.ts";
import { codeOf, dnsFailure } from "./codes.ts";
import { remaining, within } from "./within.ts";

const mostAddresses = 256;
const dnsPort = 53;
/** An ICMP answer comes within one round trip; more is not worth waiting for. */
const icmpMs = 300;

/**
 * Asks one resolver once. Each question has a resolver object of its own, because c-ares keeps
 * answers and remembers slow servers per object. It reads neither the hosts file nor search lists.
 */
export async function resolve(
  guard: NetworkGuard,
  server: string,
  name: string,
  limits: { timeoutMs: number },
): Promise<DnsOutcome> {
  const { address, port } = splitServer(server);
  if (isIP(address) === 0) return { ok: false, failure: "other", code: "ERR_INVALID_IP", ms: 0 };
  if (!guard.allowsAddress(address)) return { ok: false, failure: "guarded", ms: 0 };
  const startedAt = performance.now();
  const outcome = await ask(address, port, name, limits);
  // c-ares says ECONNREFUSED for every socket error; the socket itself knows which one it was.
  if (outcome.ok || outcome.failure !== "closed") return outcome;
  const left = Math.min(icmpMs, remaining(limits.timeoutMs, startedAt));
  const code = (await udpError(address, port, left)) ?? "ECONNREFUSED";
  return { ...outcome, failure: dnsFailure(code), code };
}

/**
 * The same on a system where c-ares does not hear that nobody listens (under Wine it waits on): the
 * last moments of a question that stays unanswered go to a datagram of our own, which does.
 */
export async function resolveWatched(
  guard: NetworkGuard,
  server: string,
  name: string,
  limits: { timeoutMs: number },
): Promise<DnsOutcome> {
  const { address, port } = splitServer(server);
  let refusal: Promise<string | undefined> | undefined;
  const watchMs = Math.min(icmpMs, limits.timeoutMs);
  const timer = setTimeout(() => {
    if (!guard.allowsAddress(address)) return;
    refusal = udpError(address, port, watchMs);
  }, limits.timeoutMs - watchMs);
  const outcome = await resolve(guard, server, name, limits);
  clearTimeout(timer);
  const code = outcome.ok || outcome.failure !== "timeout" ? undefined : await refusal;
  return code === undefined ? outcome : { ...outcome, ok: false, failure: dnsFailure(code), code };
}

/** `address`, or `address:port` / `[address]:port` for a resolver on a port of its own. */
function splitServer(server: string): { address: string; port: number } {
  const parts = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(server);
  if (!parts) return { address: server, port: dnsPort };
  return { address: parts[1] ?? parts[2] ?? "", port: Number(parts[3]) };
}

function ask(
  address: string,
  port: number,
  name: string,
  limits: { timeoutMs: number },
): Promise<DnsOutcome> {
  const startedAt = performance.now();
  const ms = () => performance.now() - startedAt;
  const failed = (code: string): DnsOutcome => ({
    ok: false,
    failure: dnsFailure(code),
    code,
    ms: ms(),
  });
  return within<DnsOutcome>(
    limits,
    () => failed("ETIMEOUT"),
    (settle) => {
      const timeout = Math.max(1, Math.ceil(limits.timeoutMs));
      const resolver = new dns.Resolver({ timeout, tries: 1 });
      try {
        resolver.setServers([`${isIP(address) === 6 ? `[${address}]` : address}:${port}`]);
        resolver.resolve4(name, (error, addresses) => {
          if (error) settle(failed(codeOf(error)));
          else settle({ ok: true, addresses: addresses.slice(0, mostAddresses), ms: ms() });
        });
      } catch (error) {
        settle(failed(codeOf(error)));
      }
      return () => resolver.cancel();
    },
  );
}

/** A root-zone question with recursion off: harmless, and enough to provoke an ICMP answer. */
const rootQuestion = Buffer.from("0001000000010000000000000000020001".slice(0, 34), "hex");

/** The error a datagram to this port runs into, if any. */
function udpError(address: string, port: number, timeoutMs: number): Promise<string | undefined> {
  const socket = createSocket(isIP(address) === 6 ? "udp6" : "udp4");
  return within<string | undefined>(
    { timeoutMs },
    () => undefined,
    (settle) => {
      socket.on("error", (error) => settle(codeOf(error)));
      socket.on("message", () => settle(undefined));
      socket.connect(port, address, (error?: Error) => {
        if (error) return settle(codeOf(error));
        socket.send(rootQuestion, (failure) => failure && settle(codeOf(failure)));
      });
      return () => socket.close();
    },
  );
}

/** Whether the kernel knows a way: connecting a datagram socket sends nothing. */
export function hasRouteTo(address: string): Promise<boolean | string> {
  const socket = createSocket("udp4");
  return within<boolean | string>(
    { timeoutMs: 1_000 },
    () => "ETIMEDOUT",
    (settle) => {
      const onFailure = (error: unknown) => {
        const code = codeOf(error);
        settle(code === "ENETUNREACH" || code === "EHOSTUNREACH" ? false : code);
      };
      socket.on("error", onFailure);
      socket.connect(dnsPort, address, (error?: Error) =>
        error ? onFailure(error) : settle(true),
      );
      return () => socket.close();
    },
  );
}
