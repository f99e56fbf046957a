import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeProxy } from "./check-proxy.ts";
import { judgeLocalNames } from "./pc/local-names.ts";
import { agentFact, caseOf, found, told } from "./pc/stage/case.ts";

type Fact = Parameters<typeof caseOf>[0][number];
const proxy = "10.10.2.80:3128";
const captured = "fail proxy.captures-loopback";
const name = "local-name-pfs.nprotect.com";
const newer = agentFact("nos-agent", true);
const older = [agentFact("nos-agent", false), agentFact("nos-agent-legacy", true)];

function fixed(bypass: string[], ...more: Fact[]) {
  const settings: Fact = ["proxy-settings", found({ http: proxy, https: proxy, bypass })];
  return told(judgeProxy(caseOf([settings, ...more])), "proxy-loopback");
}

test("a proxy by hand leaves the PC itself alone, unless it is told not to", () => {
  assert.equal(fixed([]), "pass");
  assert.equal(fixed(["<local>", "10.*"]), "pass");
  assert.equal(fixed(["127.*"]), "pass");
  assert.equal(fixed(["<-loopback>"]), captured);
  assert.equal(fixed(["<-loopback>", "<local>"]), captured);
  assert.equal(fixed(["<-loopback>", "127.0.0.1"]), "unknown");
});

test("a name for this PC is an exception of its own, where only the older program answers", () => {
  assert.equal(fixed([], newer), "pass");
  assert.equal(fixed(["<local>"], ...older), captured);
  assert.equal(fixed(["<local>", "pfs.nprotect.com"], ...older), "pass");
  assert.equal(fixed(["*.nprotect.com"], ...older), "pass");
});

test("what a script says about the PC itself is likely a cause", () => {
  const script = (route: string) => {
    const routes = { "127.0.0.1:14440": route, "pg.bankpay.or.kr:443": `PROXY ${proxy}` };
    const facts: Fact[] = [
      ["proxy-settings", found({ bypass: [], pacUrl: "http://10.10.2.80/proxy.pac" })],
      ["pac", { file: found(200), routes }],
    ];
    return told(judgeProxy(caseOf(facts)), "proxy-loopback");
  };
  assert.equal(script("DIRECT"), "pass");
  assert.equal(script("DIRECT; PROXY x:1"), "pass");
  assert.equal(script(`PROXY ${proxy}; DIRECT`), `${captured} likely`);
});

test("the name of the older program is looked up where that program answers alone", () => {
  const judged = (...facts: Fact[]) => judgeLocalNames(caseOf(facts));
  assert.equal(told(judged(newer), name), "pass");
  assert.equal(told(judged(newer, agentFact("nos-agent-legacy", true)), name), "pass");
  assert.equal(told(judged(), name), "no such check");
  const open = judged(...older);
  assert.equal(told(open, name), "unknown");
  assert.deepEqual(open[0]?.wants, [{ probe: "lookup", with: { name: "pfs.nprotect.com" } }]);
  const looked = (fact: unknown) =>
    told(judged(...older, ["lookup", fact, { name: "pfs.nprotect.com" }]), name);
  assert.equal(looked({ ok: true, addresses: ["127.0.0.1"], ms: 1 }), "pass");
  assert.equal(looked({ ok: true, addresses: ["10.1.1.1"], ms: 1 }), "fail local.name-missing");
  assert.equal(looked({ ok: false, failure: "nxdomain", ms: 1 }), "fail local.name-missing");
  assert.equal(looked({ ok: false, failure: "timeout", ms: 1 }), "unknown");
});
