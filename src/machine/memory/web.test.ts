import assert from "node:assert/strict";
import { test } from "node:test";
import type { Connection, HttpOptions, HttpOutcome } from "../machine.ts";
import { memoryMachine } from "../memory.ts";
import type { World, WorldProxy, WorldService } from "../world.ts";
import { far, sampleWorld, serviceAt } from "./samples.ts";

const proxyAddress = "10.10.2.80";
const page = { method: "GET", path: "/", timeoutMs: 1_000, maxBytes: 4_096 } as const;

async function open(world: World, address: string, port: number): Promise<Connection> {
  const outcome = await memoryMachine(world).connect(address, port, { timeoutMs: 2_000 });
  assert.ok(outcome.ok);
  return outcome.connection;
}

async function get(behaviour: WorldService["behaviour"]): Promise<HttpOutcome> {
  const world = sampleWorld((world) => {
    serviceAt(world, 80).behaviour = behaviour;
  });
  return (await open(world, far, 80)).http({ ...page, host: "pay.example" });
}

test("web servers answer as they behave", async () => {
  const status = async (behaviour: WorldService["behaviour"]) => {
    const outcome = await get(behaviour);
    return outcome.ok ? outcome.status : outcome.failure;
  };
  assert.equal(await status("normal"), 200);
  assert.equal(await status("status-503"), 503);
  assert.equal(await status("maintenance"), 503);
  assert.equal(await status("http-silent"), "timeout");
  assert.equal(await status("silent"), "timeout");
  assert.equal(await status("http-reset"), "reset");
  assert.equal(await status("fin"), "closed");
  assert.equal(await status("garbage"), "other");
  const blocked = await get("block-page");
  assert.match((blocked.ok && blocked.body) || "", /차단/);
  const redirected = await get("redirect-to-block-page");
  assert.equal(redirected.ok && redirected.headers.location, "http://blocked.lab.invalid/");
});

function withProxy(proxy: Partial<WorldProxy> = {}, change: (world: World) => void = () => {}) {
  return sampleWorld((world) => {
    world.firewall.policy = "drop";
    world.proxies[`${proxyAddress}:3128`] = {
      listening: true,
      authentication: "none",
      deniedHosts: [],
      ...proxy,
    };
    change(world);
  });
}

async function connectVia(world: World, authority: string) {
  const connection = await open(world, proxyAddress, 3128);
  const options: HttpOptions = { ...page, method: "CONNECT", path: authority, host: authority };
  const outcome = await connection.http(options);
  assert.ok(outcome.ok);
  return { connection, status: outcome.status, headers: outcome.headers };
}

test("a proxy opens a tunnel that the firewall does not see", async () => {
  const { connection, status } = await connectVia(withProxy(), "pay.example:443");
  assert.equal(status, 200);
  const tls = await connection.tls({ servername: "pay.example", timeoutMs: 1_000 });
  assert.equal(tls.ok && tls.nameMatches, true);
  const inside = await connection.http({ ...page, host: "pay.example" });
  assert.equal(inside.ok && inside.status, 200);
});

test("a proxy says who may not, and where to it cannot", async () => {
  const asked = await connectVia(withProxy({ authentication: "required" }), "pay.example:443");
  assert.deepEqual([asked.status, asked.headers["proxy-authenticate"]], [407, "NTLM"]);
  const port = await connectVia(withProxy({ connectPorts: [443] }), "pay.example:5310");
  assert.equal(port.status, 403);
  const host = await connectVia(withProxy({ deniedHosts: ["pay.example"] }), "pay.example:443");
  assert.equal(host.status, 403);
  assert.equal((await connectVia(withProxy(), "nobody.example:443")).status, 503);
  assert.equal((await connectVia(withProxy(), "nonsense")).status, 400);
});

test("plain http goes through a proxy by its whole URL", async () => {
  const connection = await open(withProxy(), proxyAddress, 3128);
  const options = { ...page, path: "http://pay.example/", host: "pay.example" };
  const answer = await connection.http(options);
  assert.equal(answer.ok && answer.status, 200);
});

test("a proxy that is off refuses, and an office address that nobody has is dead", async () => {
  const machine = memoryMachine(withProxy({ listening: false }));
  const off = await machine.connect(proxyAddress, 3128, { timeoutMs: 5_000 });
  assert.deepEqual(off.ok || off.failure, "refused");
  const nobody = await machine.connect("10.10.9.9", 80, { timeoutMs: 5_000 });
  assert.deepEqual(nobody.ok || nobody.failure, "host-unreachable");
});

test("a PAC file is read where the settings point to, and only there", async () => {
  const pacUrl = "http://10.10.2.80/proxy.pac";
  const machine = memoryMachine(
    sampleWorld(({ pc }) => {
      pc.proxy = { pacUrl, bypass: [] };
      pc.pac = "function FindProxyForURL() {}";
    }),
  );
  const limits = { timeoutMs: 500, maxBytes: 1_000 };
  assert.equal((await machine.fetchText(pacUrl, limits)).state, "found");
  assert.equal((await machine.fetchText("http://10.10.2.80/x", limits)).state, "absent");
  const large = await machine.fetchText(pacUrl, { ...limits, maxBytes: 5 });
  assert.deepEqual(large, { state: "unreadable", failure: "too-large" });
});

test("facts of the PC are found, not applicable or unreadable", async () => {
  assert.deepEqual(await memoryMachine(sampleWorld()).pc.programs(), { state: "not-applicable" });
  const machine = memoryMachine(
    sampleWorld(({ pc }) => {
      pc.facts = {
        browsers: [],
        programs: [],
        zoneEntries: [],
        popups: [],
        rootCertificates: [],
        paths: ["%ProgramFiles(x86)%\\Vendor\\App"],
        unreadable: { programs: "not-permitted" },
      };
    }),
  );
  assert.deepEqual(await machine.pc.programs(), { state: "unreadable", failure: "not-permitted" });
  const there = await machine.pc.exists("C:\\program files (x86)\\Vendor\\App\\");
  assert.deepEqual(there, { state: "found", value: true });
  assert.deepEqual(await machine.pc.exists("C:\\Vendor"), { state: "found", value: false });
});
