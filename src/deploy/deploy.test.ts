import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGuide } from "../guide/load.ts";
import { parseRegFile } from "../windows/parse-reg.ts";
import { browserPoliciesOf } from "../windows/read-policies.ts";
import { explorerPopups } from "../windows/read-popups.ts";
import { zoneEntriesOf, zoneSettingsOf } from "../windows/read-zones.ts";
import { type RegSection, treeOf } from "../windows/reg-file.ts";
import { keyAt } from "../windows/registry.ts";
import { zoneOf } from "../windows/zone-map.ts";
import { bytesOf, type DeployRequest } from "./format.ts";
import { deployFormats } from "./index.ts";
import { settingsOf } from "./settings.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const request = (given: Partial<DeployRequest> = {}): DeployRequest => ({
  guide,
  settings: settingsOf(guide),
  reverse: false,
  lang: "ko",
  ...given,
});

function sections(given: Partial<DeployRequest> = {}): RegSection[] {
  const bytes = bytesOf(deployFormats.reg!, request(given));
  assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xfe]);
  const parsed = parseRegFile(Buffer.from(bytes.subarray(2)).toString("utf16le"));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.sections;
}

const policies = "HKLM\\SOFTWARE\\Policies";
const zoneKey = "Microsoft\\Windows\\CurrentVersion\\Internet Settings";

test("a PC that was given the registry file has the sites in their zone, pop-ups and loopback", () => {
  const root = treeOf(sections(), policies);
  const keys = {
    user: undefined,
    machine: undefined,
    "user-policy": undefined,
    "machine-policy": keyAt(root, zoneKey),
  };
  const zones = zoneEntriesOf(keys);
  const rules = zoneSettingsOf(keys);
  for (const url of ["https://pg.bankpay.or.kr:7443/", "http://shop.lgcns.com/pay"]) {
    const answer = zoneOf(url, zones, rules);
    assert.ok(answer.known && answer.zone === 2, `${url}: ${JSON.stringify(answer)}`);
  }
  const elsewhere = zoneOf("https://bankpay.co.kr/", zones, rules);
  assert.ok(elsewhere.known && elsewhere.zone === 3);
  const explorer = keyAt(root, "Microsoft\\Internet Explorer\\New Windows");
  assert.deepEqual(explorerPopups([explorer]).allowed, ["*.lgcns.com"]);
  const edge = browserPoliciesOf(root, "machine-policy");
  const loopback = edge.find(
    ({ browser, name }) => browser === "edge" && name === "LoopbackNetworkAllowedForUrls",
  );
  assert.deepEqual(loopback?.values, ["[*.]bankpay.or.kr", "[*.]yessign.or.kr", "[*.]lgcns.com"]);
});

test("the reverse takes away every value that was put in place, and no list of others", () => {
  const name = ({ path, changes }: RegSection) => changes.map((one) => `${path}\\${one.name}`);
  const put = sections().flatMap(name);
  const taken = sections({ reverse: true }).flatMap(name);
  const switches = put.filter((one) => /ListBox_Support_/.test(one));
  assert.equal(switches.length, 2);
  assert.deepEqual(
    taken,
    put.filter((one) => !switches.includes(one)),
  );
  assert.ok(
    sections({ reverse: true }).every(({ changes }) => changes.every((c) => c.value === null)),
  );
});

test("numbered values stay clear of the numbers administrators use", () => {
  const numbers = sections()
    .flatMap(({ changes }) => changes.map(({ name }) => name))
    .filter((name) => /^\d+$/.test(name));
  assert.ok(numbers.length > 0 && numbers.every((name) => Number(name) > 9_000));
});

test("words of a guide cannot leave their place", () => {
  const evil = `x'"; Remove-Item C:\\ -Recurse #\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\n"a"="b"\u2028’`;
  const hostile = {
    ...guide,
    title: { ko: evil },
    sites: [{ ...guide.sites[0]!, id: "evil", pattern: evil, purpose: { ko: evil } }],
    popups: [{ ...guide.popups[0]!, origins: [evil], title: { ko: evil } }],
  };
  const settings = settingsOf(hostile);
  const given = { guide: hostile, settings };
  const clean = sections();
  const dirty = sections(given);
  const keys = (all: RegSection[]) => new Set(all.map(({ path }) => path));
  assert.deepEqual(keys(dirty), keys(clean));
  const script = deployFormats.ps1!.write(request(given));
  // Outside quotation marks and comments nothing of the guide may stand.
  const bare = script
    .filter((line) => !line.startsWith("#"))
    .map((line) => line.replace(/'(?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*'/g, "''"));
  assert.ok(
    bare.every((line) => !line.includes("Remove-Item")),
    bare.join("\n"),
  );
  assert.ok(deployFormats.gpo!.write(request(given)).every((line) => !/[\r\n\u2028]/.test(line)));
});

test("a browser's policies are its own, and empty lists in reverse", () => {
  const json = (id: string, reverse: boolean) =>
    JSON.parse(deployFormats[id]!.write(request({ reverse })).join("\n"));
  assert.deepEqual(json("chrome", false).PopupsAllowedForUrls, ["[*.]lgcns.com"]);
  assert.deepEqual(Object.keys(json("edge", true)), Object.keys(json("edge", false)));
  assert.ok(Object.values(json("edge", true)).every((list) => (list as string[]).length === 0));
});

test("scripts for Windows PowerShell and LGPO begin as those programs read them", () => {
  const script = bytesOf(deployFormats.ps1!, request());
  assert.deepEqual([...script.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const lgpo = deployFormats.gpo!.write(request());
  const entries = lgpo
    .join("\n")
    .split("\n\n")
    .map((entry) => entry.split("\n").filter((line) => !line.startsWith(";")))
    .filter(([first]) => first === "Computer");
  assert.equal(entries.length, settingsOf(guide).length + 2);
  assert.ok(entries.every((entry) => entry.length === 4 && /^(SZ|DWORD):/.test(entry[3]!)));
});
