import assert from "node:assert/strict";
import { test } from "node:test";
import { type ZoneKeys, zoneEntriesOf, zoneSettingsOf } from "./read-zones.ts";
import { key, type Plain } from "./stage/plain-key.ts";
import { zoneOf } from "./zone-map.ts";

const www = "https://www.bankpay.or.kr:7443/";
const pg = "http://pg.bankpay.or.kr/";

/** What the settings window writes for each way of entering the site, and the zones of two pages. */
const cases: [written: string, domains: Plain, wwwZone: number | "?", pgZone: number | "?"][] = [
  ["*.bankpay.or.kr", { "bankpay.or.kr": { "*": 2 } }, 2, 2],
  ["https://*.bankpay.or.kr", { "bankpay.or.kr": { https: 2 } }, 2, 3],
  ["http://*.bankpay.or.kr", { "bankpay.or.kr": { http: 2 } }, 3, 2],
  ["www.bankpay.or.kr", { "bankpay.or.kr": { www: { "*": 2 } } }, 2, 3],
  ["*.bankpay.co.kr", { "bankpay.co.kr": { "*": 2 } }, 3, 3],
  ["restricted", { "bankpay.or.kr": { "*": 4 } }, 4, 4],
  ["one restricted", { "bankpay.or.kr": { "*": 2, www: { https: 4 } } }, 4, 2],
  ["two protocols", { "bankpay.or.kr": { http: 2, https: 4 } }, 4, 2],
  ["a registry's domain", { "or.kr": { "*": 2 } }, "?", "?"],
  ["a host where a domain belongs", { "www.bankpay.or.kr": { "*": 2 } }, "?", 3],
  ["nothing", {}, 3, 3],
];

function zones(keys: Partial<ZoneKeys>): (number | "?")[] {
  const all: ZoneKeys = {
    user: undefined,
    machine: undefined,
    "user-policy": undefined,
    "machine-policy": undefined,
    ...keys,
  };
  return [www, pg].map((page) => {
    const answer = zoneOf(page, zoneEntriesOf(all), zoneSettingsOf(all));
    return answer.known ? answer.zone : "?";
  });
}

for (const [written, domains, ...expected] of cases) {
  test(`${written}: as it lies in the registry`, () => {
    assert.deepEqual(zones({ user: key("S", { ZoneMap: { Domains: domains } }) }), expected);
  });
}

test("policies as they lie in the registry", () => {
  const right = { ZoneMap: { Domains: { "bankpay.or.kr": { "*": 2 } } } };
  const list = (site: string, zone: string): Plain => ({
    ListBox_Support_ZoneMapKey: 1,
    ZoneMapKey: { [site]: zone },
  });
  const user = key("S", right);
  const machinePolicy = (plain: Plain) => ({ user, "machine-policy": key("S", plain) });
  assert.deepEqual(zones(machinePolicy({ Security_HKLM_only: 1 })), [3, 3]);
  assert.deepEqual(
    zones({ machine: user, "machine-policy": key("S", { Security_HKLM_only: 1 }) }),
    [2, 2],
  );
  assert.deepEqual(zones(machinePolicy(list("*.bankpay.or.kr", "2"))), [2, 2]);
  assert.deepEqual(zones(machinePolicy(list("*.lgcns.com", "2"))), [3, 3]);
  assert.deepEqual(zones(machinePolicy(list("*.bankpay.or.kr", "4"))), [4, 4]);
});
