import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { after, before, describe } from "node:test";
import { authority } from "../../src/machine/linux/stage/certificates.ts";
import { ownPath } from "../../src/own/files.ts";
import { pcs, regText } from "./_pcs.ts";
import { wineIt } from "./stage/again.ts";
import { askMachine, node, onZ, type Step, skip } from "./stage/machine-on.ts";
import { rootBlob, thumbprint } from "./stage/root-blob.ts";
import { type WinePc, winePc } from "./stage/wine-pc.ts";

const found = (value: unknown) => ({ state: "found", value });
const number = (value: number) => Buffer.from(Uint32Array.of(value).buffer);

/** The user's folder for programs' data, as Wine makes it. */
async function localAppData(pc: WinePc): Promise<string> {
  const { stdout } = await pc.tool("cmd", ["/c", "echo", "%LocalAppData%"]);
  return stdout.trim();
}

for (const one of pcs) {
  wineIt(
    `Windows' own registry gives the facts of a PC: ${one.name}`,
    async (t) => {
      const pc = await winePc(t);
      const data = await localAppData(pc);
      // What Wine comes with that this PC has not.
      await pc.importReg(
        "[-HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Internet Explorer]\n[-HKEY_LOCAL_MACHINE\\Software\\Clients\\StartMenuInternet]\n",
      );
      for (const [file, view] of one.registry) await pc.importReg(regText(file), view);
      for (const [path, content] of Object.entries(one.files)) {
        pc.putFile(path.replace("%LocalAppData%", data), content);
      }
      const { expected } = one;
      const [proxy, services, ...facts] = await askMachine(pc, [
        ["proxySettings"],
        ["pc.services", one.services],
        ["pc.browsers"],
        ["pc.programs"],
        ["pc.zoneEntries"],
        ["pc.zoneSettings"],
        ["pc.browserPolicies"],
        ["pc.sitePermissions"],
        ["pc.popups"],
      ]);
      assert.deepEqual(proxy, found(expected.proxy));
      const { browsers, programs, zoneEntries, zoneSettings, browserPolicies } = expected;
      const lists = [browsers, programs, zoneEntries, zoneSettings, browserPolicies];
      const wanted = [...lists, expected.sitePermissions, expected.popups].map(found);
      assert.deepEqual(facts.map(inOrder), wanted.map(inOrder));
      // Wine has no answer about a service that its own service manager has not started.
      const own = expected.services.map(({ name, state }) => ({
        name,
        state: state === "stopped" ? "unknown" : state,
      }));
      assert.deepEqual(services, found(own));
    },
    { skip },
  );
}

/** Wine lists values by name, Windows in the order in which they were made. */
function inOrder(fact: unknown): unknown {
  const { value } = fact as { value: unknown };
  return Array.isArray(value) ? value.map((each) => JSON.stringify(each)).sort() : value;
}

describe("the Windows machine under Wine", { skip }, () => {
  let pc: WinePc;
  before(async () => {
    pc = await winePc();
  });
  after(() => pc.close());

  wineIt("sees root certificates come and go, in the user's and the machine's store", async () => {
    const own = new X509Certificate((await authority("조치 시험 CA", true)).pem);
    const name = thumbprint(own.raw);
    const data = rootBlob(own.raw).toString("hex");
    const put = (hive: string, store: string, blob: string | null): Step => {
      const path = `${hive}\\Software\\Microsoft\\SystemCertificates\\${store}\\Certificates\\${name}`;
      const values =
        blob === null ? null : [{ name: "Blob", value: { type: "hex", id: 3, data: blob } }];
      return ["system.writeKey", { path, values }];
    };
    const look: Step = ["pc.rootCertificates"];
    const sha256 = own.fingerprint256.replaceAll(":", "").toLowerCase();
    const told = {
      sha256,
      sha1: name.toLowerCase(),
      subject: "CN=조치 시험 CA",
      notBefore: own.validFromDate.getTime(),
      notAfter: own.validToDate.getTime(),
    };
    const looks = await askMachine(pc, [
      look,
      put("HKCU", "Root", data),
      put("HKLM", "Root", data),
      look,
      put("HKCU", "Root", null),
      look,
      // A store of distrusted ones may name a certificate by its fingerprint alone.
      put("HKLM", "Disallowed", "00"),
      look,
      put("HKLM", "Root", null),
      look,
    ]);
    const seen = [0, 3, 5, 7, 9].map((at) =>
      (looks[at] as { value: { sha256: string }[] }).value.filter((root) => root.sha256 === sha256),
    );
    assert.deepEqual(seen, [
      [],
      [{ ...told, stores: ["user", "machine"], distrusted: false }],
      [{ ...told, stores: ["machine"], distrusted: false }],
      [{ ...told, stores: ["machine"], distrusted: true }],
      [],
    ]);
  });

  wineIt("goes by Windows' own block of proxy settings, and tells what services use", async () => {
    const settings = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    const block = (flags: number, ...texts: string[]) => {
      const parts = [0x46, 1, flags].map(number);
      for (const each of texts) parts.push(number(each.length), Buffer.from(each));
      return { type: "hex", id: 3, data: Buffer.concat(parts).toString("hex") };
    };
    const put = (hive: string, name: string, value: object): Step => [
      "system.writeKey",
      { path: `${hive}\\${settings}\\Connections`, values: [{ name, value }] },
    ];
    const told = await askMachine(pc, [
      put("HKCU", "DefaultConnectionSettings", block(3, "user.test:8080", "<local>", "")),
      put("HKLM", "WinHttpSettings", block(3, "services.test:3128", "10.*")),
      ["proxySettings"],
    ]);
    const services = { http: "services.test:3128", https: "services.test:3128", bypass: ["10.*"] };
    const own = { http: "user.test:8080", https: "user.test:8080", bypass: ["<local>"] };
    assert.deepEqual(told, [{ ok: true }, { ok: true }, found({ ...own, services })]);
  });

  wineIt("knows where it is, and lets nothing out", async () => {
    const hosts = "# 주석\r\n127.0.0.1\tpfs.nprotect.com\r\n";
    pc.putFile("C:\\Windows\\System32\\drivers\\etc\\hosts", hosts);
    const limits = { timeoutMs: 3_000 };
    const answers = await askMachine(pc, [
      ["hostsFile"],
      ["hasRoute", "127.0.0.1"],
      ["icmpUnreachables"],
      ["connect", "127.0.0.1", 9, limits],
      ["connect", "198.51.100.1", 443, limits],
      ["lookup", "www.example.test", limits],
      ["lookup", "localhost", limits],
      ["interfaces"],
      ["resolvers"],
      ["system.elevated"],
      ["pc.services", ["Eventlog", "NoSuchService"]],
    ]);
    const [
      entries,
      route,
      icmp,
      closed,
      outside,
      name,
      local,
      interfaces,
      resolvers,
      elevated,
      services,
    ] = answers as { [field: string]: unknown }[];
    assert.deepEqual(entries, found([{ address: "127.0.0.1", name: "pfs.nprotect.com" }]));
    assert.deepEqual(route, found(true));
    assert.deepEqual(icmp, { state: "not-applicable" });
    assert.deepEqual([closed?.failure, closed?.code], ["refused", "ECONNREFUSED"]);
    assert.equal(outside?.failure, "guarded");
    assert.equal(name?.failure, "guarded");
    assert.deepEqual(local?.addresses, ["127.0.0.1"]);
    const loopback = (interfaces!.value as { address: string; loopback: boolean }[]).find(
      ({ address }) => address === "127.0.0.1",
    );
    assert.equal(loopback?.loopback, true);
    assert.equal(resolvers?.state, "found");
    assert.deepEqual(elevated, {
      state: "unreadable",
      failure: "unreadable",
      code: "NO_SERVICE_HIVE",
    });
    const states = [
      { name: "Eventlog", state: "running" },
      { name: "NoSuchService", state: "absent" },
    ];
    assert.deepEqual(services, found(states));
  });

  wineIt("takes an administrator for one by what only administrators can read", async () => {
    await pc.importReg('[HKEY_USERS\\S-1-5-19\\Environment]\n"TEMP"="x"\n');
    const [elevated] = await askMachine(pc, [["system.elevated"]]);
    assert.deepEqual(elevated, found(true));
  });

  wineIt("does what every machine does", async () => {
    const { code, stdout } = await pc.tool(node, [onZ(ownPath("test/windows/stage/contract.ts"))]);
    const failed = stdout.split("\n").filter((line) => line.trimStart().startsWith("✖"));
    assert.deepEqual(failed, []);
    assert.match(stdout, /pass \d{2}/);
    assert.equal(code, 0);
  });
});
