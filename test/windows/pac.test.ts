import assert from "node:assert/strict";
import { describe } from "node:test";
import { wineIt } from "./stage/again.ts";
import { skip, winePc } from "./stage/wine-pc.ts";

const settings =
  "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
const script = `function FindProxyForURL(url, host) {
  return shExpMatch(host, "*.bankpay.or.kr") ? "PROXY 10.9.9.9:8080" : "DIRECT";
}`;

describe("a PAC file of a Windows PC", { skip }, () => {
  wineIt("is evaluated by the engine inside the program", async (t) => {
    const pc = await winePc(t);
    pc.putFile("C:\\proxy.pac", script);
    await pc.importReg(`[${settings}]\n"AutoConfigURL"="file://C:/proxy.pac"\n`);
    await pc.run([
      "diagnose",
      "--guide",
      "bankpay-transfer@2018.11",
      "--json",
      "--save-evidence",
      "C:\\e.json",
    ]);
    const { facts } = JSON.parse(pc.getFile("C:\\e.json")!.toString("utf8")) as {
      facts: { probe: string; fact: { routes?: Record<string, string> } }[];
    };
    const routes = facts.find(({ probe }) => probe === "pac")?.fact.routes ?? {};
    assert.equal(routes["pg.bankpay.or.kr:443"], "PROXY 10.9.9.9:8080");
    assert.equal(routes["supdate.nprotect.net:443"], "DIRECT");
  });
});
