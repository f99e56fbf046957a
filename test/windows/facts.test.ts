import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { memorySystem } from "../../src/machine/memory/system.ts";
import type { SystemWorld } from "../../src/machine/memory/system-world.ts";
import { pcFacts } from "../../src/machine/windows/pc-facts.ts";
import { hostsFile, proxySettings, registryResolvers } from "../../src/machine/windows/settings.ts";
import { importInto, worldOf } from "./_memory.ts";
import { pcs, userData } from "./_pcs.ts";

const [healthy] = pcs as [(typeof pcs)[0]];
const facts = (world: SystemWorld) => pcFacts(memorySystem({ world }));
const internet =
  "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";

for (const pc of pcs) {
  describe(`facts of a PC of plain data: ${pc.name}`, () => {
    const system = memorySystem({ world: worldOf(pc) });
    const all = pcFacts(system);
    const asked: [keyof typeof pc.expected, () => Promise<unknown>][] = [
      ["proxy", () => proxySettings(system)],
      ["browsers", () => all.browsers()],
      ["programs", () => all.programs()],
      ["zoneEntries", () => all.zoneEntries()],
      ["zoneSettings", () => all.zoneSettings()],
      ["browserPolicies", () => all.browserPolicies()],
      ["sitePermissions", () => all.sitePermissions()],
      ["services", () => all.services(pc.services)],
      ["popups", () => all.popups()],
    ];
    for (const [name, ask] of asked) {
      it(name, async () => {
        assert.deepEqual(await ask(), { state: "found", value: pc.expected[name] });
      });
    }
  });
}

describe("what could not be read is not said to be absent", () => {
  const denied = (...unreadable: string[]) => facts({ ...worldOf(healthy), unreadable });
  const refused = { state: "unreadable", failure: "not-permitted", code: "EACCES" };

  it("keys", async () => {
    const zones = denied("HKLM\\Software\\Policies");
    assert.deepEqual(await zones.zoneEntries(), refused);
    assert.deepEqual(await zones.browserPolicies(), refused);
    assert.deepEqual(await zones.popups(), refused);
    assert.deepEqual(await zones.rootCertificates(), refused);
    const list = denied("HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall");
    assert.deepEqual(await list.programs(), refused);
  });

  it("a service whose key is closed is unknown", async () => {
    const closed = denied("HKLM\\SYSTEM\\CurrentControlSet\\Services\\nossvc");
    assert.deepEqual(await closed.services(["nossvc"]), {
      state: "found",
      value: [{ name: "nossvc", state: "unknown" }],
    });
  });

  it("a program whose files nobody may look at is not half a program", async () => {
    const folder = "C:\\Program Files (x86)\\ESTsoft";
    const programs = await denied(folder).programs();
    assert.ok(programs.state === "found");
    assert.equal(programs.value.find(({ name }) => name === "알툴바")?.state, "complete");
  });

  it("a damaged profile", async () => {
    const pc = { ...healthy, files: { [`${userData}\\Profile 2\\Preferences`]: '{"profile":' } };
    const damaged = { state: "unreadable", failure: "unreadable", code: "ERR_INVALID_JSON" };
    assert.deepEqual(await facts(worldOf(pc)).sitePermissions(), damaged);
    assert.deepEqual(await facts(worldOf(pc)).popups(), damaged);
  });

  it("a proxy that is no address", async () => {
    const world = worldOf(healthy);
    importInto(world, regOf(`[${internet}]\n"ProxyEnable"=dword:1\n"ProxyServer"="http=a:b:c"\n`));
    assert.deepEqual(await proxySettings(memorySystem({ world })), {
      state: "unreadable",
      failure: "unreadable",
      code: "ERR_INVALID_URL",
    });
  });
});

describe("services", () => {
  const service = async (start: string, running: string[]) => {
    const world = { ...worldOf(healthy), running };
    const key = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\nossvc";
    importInto(world, regOf(`[${key}]\n${start}\n`));
    const found = await facts(world).services(["nossvc"]);
    return found.state === "found" ? found.value[0]?.state : found.state;
  };

  it("runs, stands, may not run, is going", async () => {
    assert.equal(await service('"Start"=dword:2', ["nossvc"]), "running");
    assert.equal(await service('"Start"=dword:2', []), "stopped");
    assert.equal(await service('"Start"=dword:4', []), "disabled");
    assert.equal(await service('"Start"=dword:2\n"DeleteFlag"=dword:1', ["nossvc"]), "absent");
  });

  it("a name that could mean something else is not asked for", async () => {
    const found = await facts(worldOf(healthy)).services(["a\\b", "/all"]);
    assert.ok(found.state === "found");
    assert.deepEqual(
      found.value.map(({ state }) => state),
      ["unknown", "unknown"],
    );
  });
});

describe("network settings in the registry", () => {
  const tcpip = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters";

  it("the hosts file lies where TCP/IP says", async () => {
    const world = worldOf(healthy);
    const put = (path: string, text: string) =>
      world.files.push({ path, base64: Buffer.from(text).toString("base64") });
    assert.deepEqual(await hostsFile(memorySystem({ world })), { state: "absent" });
    put("C:\\Windows\\System32\\drivers\\etc\\hosts", "# 주석\r\n127.0.0.1\tpfs.nprotect.com\r\n");
    assert.deepEqual(await hostsFile(memorySystem({ world })), {
      state: "found",
      value: [{ address: "127.0.0.1", name: "pfs.nprotect.com" }],
    });
    put("C:\\other\\hosts", "10.0.0.1 moved.test");
    importInto(world, regOf(`[${tcpip}]\n"DataBasePath"="C:\\\\other\\\\"\n`));
    assert.deepEqual(await hostsFile(memorySystem({ world })), {
      state: "found",
      value: [{ address: "10.0.0.1", name: "moved.test" }],
    });
  });

  it("resolvers of interfaces that are up, those set by hand first", async () => {
    const world = worldOf(healthy);
    const text = `[${tcpip}\\Interfaces\\{A}]
"DhcpIPAddress"="10.1.1.7"
"DhcpNameServer"="10.1.1.1 10.1.1.2"
[${tcpip}\\Interfaces\\{B}]
"IPAddress"=hex(7):31,00,30,00,2e,00,32,00,2e,00,32,00,2e,00,37,00,00,00,00,00
"NameServer"="10.2.2.2,10.2.2.3"
"DhcpNameServer"="10.9.9.9"
[${tcpip}\\Interfaces\\{Gone}]
"DhcpIPAddress"="10.3.3.7"
"DhcpNameServer"="10.3.3.3"
[${tcpip.replace("Tcpip", "Tcpip6")}\\Interfaces\\{B}]
"NameServer"="fd00::53"
`;
    importInto(world, regOf(text));
    const found = await registryResolvers(memorySystem({ world }), ["10.1.1.7", "10.2.2.7"]);
    const value = ["10.1.1.1", "10.1.1.2", "10.2.2.2", "10.2.2.3", "fd00::53"];
    assert.deepEqual(found, { state: "found", value });
    const none = await registryResolvers(memorySystem({ world }), ["192.168.0.9"]);
    assert.deepEqual(none, { state: "found", value: [] });
  });
});

function regOf(body: string): string {
  return `Windows Registry Editor Version 5.00\n\n${body}`;
}
