import type { Walk } from "../evidence/facts.ts";
import type { HttpOutcome } from "../evidence/outcome.ts";
import type { Connection } from "../machine/machine.ts";
import { askRootDse } from "./_ldap.ts";
import type { Hands } from "./probe.ts";

/** Enough of a body to know a block page by; the rest is nobody's business. */
export const bodyBytes = 2_048;

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
  target: { host: string; port: number; protocol: "http" | "https" | "ldap" | "tcp" },
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

function frontPage(
  connection: Connection,
  host: string,
  port: number,
  timeoutMs: number,
): Promise<HttpOutcome> {
  const usual = port === 80 || port === 443;
  return connection.http({
    method: "GET",
    path: "/",
    host: usual ? host : `${host}:${port}`,
    // A front page may be put together for the occasion; a handshake is not.
    timeoutMs: timeoutMs * 1.5,
    maxBytes: bodyBytes,
  });
}
