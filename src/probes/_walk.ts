import type { Walk } from "../evidence/facts.ts";
import type { HttpOutcome } from "../evidence/outcome.ts";
import type { Connection } from "../machine/machine.ts";
import { askRootDse } from "./_ldap.ts";
import { gistOf, pageBytes } from "./_page.ts";
import type { Hands } from "./probe.ts";

interface Target {
  host: string;
  port: number;
  protocol: "http" | "https" | "ldap" | "tcp";
}

type Above = Omit<Walk, "tcp">;

/** What may be lost on a poor line or passed over by a busy server; one more try is fair. */
const worthAnotherTry = new Set(["timeout", "reset", "closed"]);

/** Whether the second half of a walk ended in a way that a second try may mend. */
export function deservesAnotherTry({ tls, http, ldap }: Above): boolean {
  if (tls && !tls.ok) return worthAnotherTry.has(tls.failure);
  if (http && !http.ok) return worthAnotherTry.has(http.failure);
  return ldap !== undefined && !ldap.speaks && !ldap.answer.ok;
}

/** What stands above TCP, on an open connection: TLS where it belongs, then the application. */
export async function walkAbove(
  { pace }: Hands,
  connection: Connection,
  target: Target,
  patience: number,
): Promise<Above> {
  const { host, port, protocol } = target;
  const timeoutMs = pace.answerWithinMs() * patience;
  if (protocol === "tcp") return {};
  if (protocol === "ldap") return { ldap: await askRootDse(connection, timeoutMs) };
  if (protocol === "http") return { http: await frontPage(connection, host, port, timeoutMs) };
  const tls = await connection.tls({ servername: host, timeoutMs });
  if (!tls.ok) return { tls };
  return { tls, http: await frontPage(connection, host, port, timeoutMs) };
}

/** The same for a connection that was cut before the first byte: the next step failed so. */
export function cutAbove(protocol: Target["protocol"], failure: "reset" | "closed"): Above {
  const lost = { ok: false as const, failure, ms: 0 };
  if (protocol === "https") return { tls: lost };
  if (protocol === "http") return { http: lost };
  return protocol === "ldap" ? { ldap: { speaks: false, answer: lost } } : {};
}

/** Asks for the front page; of what comes only the gist is kept. */
async function frontPage(
  connection: Connection,
  host: string,
  port: number,
  timeoutMs: number,
): Promise<HttpOutcome> {
  const usual = port === 80 || port === 443;
  return withGist(
    await connection.http({
      method: "GET",
      path: "/",
      host: usual ? host : `${host}:${port}`,
      // A front page may be put together for the occasion; a handshake is not.
      timeoutMs: timeoutMs * 1.5,
      maxBytes: pageBytes,
    }),
  );
}

export function withGist(http: HttpOutcome): HttpOutcome {
  return http.ok ? { ...http, body: gistOf(http.body) } : http;
}
