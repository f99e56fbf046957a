import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrowserPolicy, SitePermission } from "../../evidence/pc-outcome.ts";
import { judgeLocalNetwork } from "./local-network.ts";
import { caseOf, found, keys, told, unreadable } from "./stage/case.ts";

const rule = "local-programs";
const refused: SitePermission = {
  browser: "edge",
  permission: "loopback-network",
  origin: "https://www.bankpay.or.kr:7443,*",
  setting: "block",
};

function judge(
  version: string,
  policies: Record<string, string[]> = {},
  permissions: SitePermission[] = [],
) {
  const list = Object.entries(policies).map(
    ([name, values]): BrowserPolicy => ({ browser: "edge", place: "user-policy", name, values }),
  );
  return judgeLocalNetwork(
    caseOf([
      ["browsers", found([{ id: "edge", version, default: true }])],
      ["browser-policies", found(list)],
      ["site-permissions", found(permissions)],
    ]),
  );
}

const all = ["[*.]bankpay.or.kr", "[*.]yessign.or.kr", "[*.]lgcns.com"];
const denied = "fail local-network-access.denied managed";

test("policies by version and in their order, then the user's answer", () => {
  const cases: [ReturnType<typeof judge>, string, string][] = [
    [judge("148.0"), "pass", "local-network.asks"],
    [
      judge("141.9", { LocalNetworkAccessBlockedForUrls: ["*"] }),
      "pass",
      "local-network.no-browser",
    ],
    [
      judge("142.0", { LocalNetworkAccessBlockedForUrls: ["*"] }),
      denied,
      "local-network.denied-by-policy",
    ],
    [judge("145.0", { LoopbackNetworkBlockedForUrls: ["*"] }), "pass", "local-network.asks"],
    [
      judge("146.0", { LoopbackNetworkBlockedForUrls: ["*"] }),
      denied,
      "local-network.denied-by-policy",
    ],
    [
      judge("146.0", { LoopbackNetworkBlockedForUrls: ["https://www.bankpay.or.kr"] }),
      denied,
      "local-network.denied-by-policy",
    ],
    [
      judge("146.0", { LoopbackNetworkAllowedForUrls: all, LoopbackNetworkBlockedForUrls: ["*"] }),
      denied,
      "local-network.denied-by-policy",
    ],
    [
      judge("146.0", {
        LoopbackNetworkAllowedForUrls: all,
        LocalNetworkAccessBlockedForUrls: ["*"],
      }),
      "pass",
      "local-network.allowed",
    ],
    [
      judge("145.0", {
        LoopbackNetworkAllowedForUrls: all,
        LocalNetworkAccessBlockedForUrls: ["*"],
      }),
      denied,
      "local-network.denied-by-policy",
    ],
    [
      judge("148.0", { LocalNetworkAccessAllowedForUrls: all }, [refused]),
      "pass",
      "local-network.allowed",
    ],
    [
      judge("148.0", { LoopbackNetworkAllowedForUrls: ["https://www.bankpay.or.kr"] }),
      "pass",
      "local-network.asks",
    ],
    [
      judge("148.0", {}, [refused]),
      "fail local-network-access.denied",
      "local-network.denied-by-user",
    ],
    [judge("148.0", {}, [{ ...refused, setting: "allow" }]), "pass", "local-network.allowed"],
    [judge("148.0", {}, [{ ...refused, setting: "ask" }]), "pass", "local-network.asks"],
    [
      judge("148.0", {}, [{ ...refused, origin: "https://example.com" }]),
      "pass",
      "local-network.asks",
    ],
    [judge("148.0", {}, [{ ...refused, permission: "popups" }]), "pass", "local-network.asks"],
    [
      judge("152.0", { LocalNetworkAccessRestrictionsTemporaryOptOut: ["1"] }, [refused]),
      "pass",
      "local-network.allowed",
    ],
    [
      judge("153.0", { LocalNetworkAccessRestrictionsTemporaryOptOut: ["1"] }, [refused]),
      "fail local-network-access.denied",
      "local-network.denied-by-user",
    ],
  ];
  for (const [index, [checks, outcome, key]] of cases.entries()) {
    assert.equal(told(checks, rule), outcome, `case ${index}`);
    assert.ok(keys(checks, rule).includes(key), `case ${index}: ${keys(checks, rule)}`);
  }
});

test("what could not be read is neither passed nor failed", () => {
  const browsers = found([{ id: "edge" as const, version: "148.0", default: true }]);
  const policies = caseOf([
    ["browsers", browsers],
    ["browser-policies", unreadable],
  ]);
  assert.equal(told(judgeLocalNetwork(policies), rule), "unknown");
  const permissions = caseOf([
    ["browsers", browsers],
    ["site-permissions", unreadable],
  ]);
  assert.equal(told(judgeLocalNetwork(permissions), rule), "unknown");
  assert.equal(told(judgeLocalNetwork(caseOf([["browsers", unreadable]])), rule), "unknown");
});
