import { z } from "zod";

/**
 * The public contract jochi.report/1, written down once more from its description and not from
 * the program's own types: programs outside the project read this, so it may not drift.
 */
const verdict = z.enum(
  `ok
  clock.skew
  local.hosts-override local.pac-wrong local.agent-down local.agent-certificate
  net.offline net.no-route
  dns.nxdomain dns.servfail dns.refused dns.timeout dns.nodata dns.sinkhole dns.hijack
  ip.drift ip.dead-host
  tcp.drop tcp.reject tcp.closed
  tls.sni-reset tls.sni-drop tls.reset tls.silent tls.mtu-blackhole tls.intercepted tls.expired
  tls.not-yet-valid tls.wrong-host tls.untrusted tls.version tls.client-cert tls.alert
  http.block-page http.proxy-auth http.proxy-denied http.status http.silent
  ldap.not-speaking svc.down insufficient
  dns tcp tls http`.split(/\s+/),
);
const words = z.array(z.string().min(1));
const id = z.string().min(1);
const owner = z.enum(["user", "pc-admin", "network", "dns", "security", "proxy", "provider"]);
const skipped = ["not-tested", "not-applicable"] as const;

export const Report = z.strictObject({
  schema: z.literal("jochi.report/1"),
  guide: z.strictObject({ id, edition: z.string().regex(/^\d{4}(\.\d{1,2})?$/) }),
  startedAt: z.iso.datetime(),
  durationMs: z.int().min(0),
  endpoints: z.array(
    z.strictObject({
      host: id,
      address: id,
      port: z.int().min(1).max(65_535),
      protocol: z.enum(["http", "https", "ldap", "tcp"]),
      group: id,
      verdict,
      layers: z.strictObject({
        name: verdict.or(z.literal("not-tested")),
        tcp: verdict.or(z.literal("not-tested")),
        tls: verdict.or(z.enum(skipped)),
        app: verdict.or(z.enum(skipped)),
      }),
      because: words,
      ms: z.number().min(0).nullable(),
    }),
  ),
  checks: z.array(
    z.strictObject({
      id,
      kind: id,
      verdict: z.enum(["pass", "fail", "unknown", "not-applicable"]),
      because: words,
    }),
  ),
  findings: z.array(
    z.strictObject({
      cause: id,
      certainty: z.enum(["confirmed", "likely", "possible", "ruled-out"]),
      owner,
      subjects: z.array(id),
      explains: z.array(id),
      because: words,
      overturnedBy: z.string().min(1),
      remedies: z.array(id),
    }),
  ),
  plan: z.array(
    z.strictObject({
      remedy: id,
      owner,
      steps: words,
      minutes: z.number().min(0),
      automatic: z.boolean(),
    }),
  ),
});
export type Report = z.infer<typeof Report>;
