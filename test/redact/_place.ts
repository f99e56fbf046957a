import type { Evidence, Fact } from "../../src/evidence/evidence.ts";
import { keptHeaders } from "../../src/evidence/outcome.ts";
import { parseEvidence } from "../../src/evidence/parse.ts";
import { textsIn } from "./_same.ts";

/** Evidence in which one text stands at one place that evidence really has for such a text. */
export function evidenceWith(place: string, text: string): Evidence {
  const evidence: Evidence = {
    schema: "jochi.evidence/1",
    gatheredBy: "0.1.0",
    guide: { id: "bankpay-transfer", edition: "2018.11" },
    platform: "windows",
    startedAt: "2026-11-20T01:00:00.000Z",
    durationMs: 1_000,
    incomplete: false,
    facts: [factWith(place, text)],
  };
  return parseEvidence(JSON.stringify(evidence));
}

/** All that is written in redacted evidence, bytes in hex as the text that they are. */
export function writtenIn({ facts }: Evidence): string {
  const texts = [...textsIn(facts[0])].map(([, text]) => text);
  const first = /^([0-9a-f]{2})+$/;
  return texts
    .flatMap((text) =>
      first.test(text) ? [text, Buffer.from(text, "hex").toString("latin1")] : [text],
    )
    .join("\n");
}

function fact(probe: string, fact: unknown, given: Fact["with"] = {}): Fact {
  return { probe, with: given, at: 0, ms: 1, fact };
}

function found(probe: string, value: unknown, given: Fact["with"] = {}): Fact {
  return fact(probe, { state: "found", value }, given);
}

const day = 1_790_000_000_000;
const ones = "1".repeat(64);
const target = { host: "pg.bankpay.or.kr", address: "203.175.190.200", port: 80 };

function walk(rest: object): Fact {
  const tcp = { outcome: "ok", attempts: 1, ms: 1 };
  return fact("row", { tcp, ...rest }, { ...target, protocol: "http" });
}

function answer(headers: Record<string, string>, body = ""): Fact {
  return walk({ http: { ok: true, status: 403, headers, body, ms: 1 } });
}

function session(subject: string, issuer: string): Fact {
  const chain = [{ subject, issuer, sha256: ones, notBefore: 0, notAfter: day }];
  const tls = {
    ok: true,
    protocol: "TLSv1.3",
    chain,
    anchor: "pc",
    verify: "OK",
    nameMatches: true,
    ms: 1,
  };
  return walk({ tls });
}

const program = { name: "Some Tool", state: "complete" };
const policy = { browser: "chrome", place: "machine-policy" };

const places: Record<string, (text: string) => Fact> = {
  body: (text) => answer({}, text),
  subject: (text) => session(text, "CN=Some CA"),
  issuer: (text) => session("CN=pg.bankpay.or.kr", text),
  root: (subject) => found("roots", [{ sha256: ones, subject, notAfter: day, distrusted: false }]),
  program: (name) => found("programs", [{ ...program, name }]),
  version: (version) => found("programs", [{ ...program, version }]),
  publisher: (publisher) => found("programs", [{ ...program, publisher }]),
  installFolder: (installFolder) => found("programs", [{ ...program, installFolder }]),
  uninstall: (uninstall) => found("programs", [{ ...program, uninstall }]),
  key: (key) => found("programs", [{ ...program, key }]),
  entry: (entry) => found("zone-entries", [{ entry, zone: 2 }]),
  bypass: (text) => found("proxy-settings", { bypass: [text] }),
  proxy: (https) => found("proxy-settings", { https, bypass: [] }),
  pacUrl: (pacUrl) => found("proxy-settings", { pacUrl, bypass: [] }),
  route: (text) =>
    fact(
      "pac",
      { file: { state: "found", value: 1 }, routes: { "pg.bankpay.or.kr:80": text } },
      { targets: [{ host: "pg.bankpay.or.kr", port: 80 }] },
    ),
  origin: (origin) =>
    found("site-permissions", [
      { browser: "chrome", permission: "popups", origin, setting: "allow" },
    ]),
  allowed: (text) => found("popups", [{ browser: "ie", blocked: true, allowed: [text] }]),
  "popup-policy": (text) =>
    found("browser-policies", [{ ...policy, name: "PopupsAllowedForUrls", values: [text] }]),
  policy: (text) =>
    found("browser-policies", [{ ...policy, name: "RestrictSigninToPattern", values: [text] }]),
  resolver: (text) => found("resolvers", [text]),
  interface: (address) => found("interfaces", [{ name: "eth0", address, loopback: false }]),
  device: (name) => found("interfaces", [{ name, address: "127.0.0.1", loopback: true }]),
  hosts: (address) =>
    found("hosts-file", [{ address, name: "pg.bankpay.or.kr" }], { names: ["pg.bankpay.or.kr"] }),
  first: (text) => {
    const first = Buffer.from(text, "utf8").toString("hex");
    return fact("small-answer", { ok: true, first, ms: 1 }, target);
  },
  path: (path) => found("path", false, { path }),
  service: (name) => found("services", [{ name, state: "running" }], { names: ["nossvc"] }),
  error: (error) => ({ probe: "browsers", with: {}, at: 0, ms: 1, error }),
  code: (code) => walk({ http: { ok: false, failure: "other", code, ms: 1 } }),
};

function factWith(place: string, text: string): Fact {
  if (keptHeaders.some((name) => name === place)) return answer({ [place]: text });
  const make = places[place];
  if (!make) throw new Error(`no place called ${place}`);
  return make(text);
}
