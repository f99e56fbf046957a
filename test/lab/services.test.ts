import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { DnsBehaviour, World, WorldProxy, WorldService } from "../../src/machine/world.ts";
import { type Bench, openBench, skip } from "./_lab.ts";
import { address, host, service } from "./_world.ts";

describe("what the servers of the lab answer", { skip }, () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench();
  });
  after(() => bench?.lab.close());

  const server = "10.10.2.53";
  const dns = { ask: "dns", server, name: host } as const;
  const answers: [DnsBehaviour, string][] = [
    [{ kind: "answer" }, "ok"],
    [{ kind: "nxdomain" }, "ENOTFOUND"],
    [{ kind: "servfail" }, "ESERVFAIL"],
    [{ kind: "refused" }, "EREFUSED"],
    [{ kind: "nodata" }, "ENODATA"],
    [{ kind: "silent" }, "ETIMEOUT"],
  ];
  for (const [behaviour, code] of answers) {
    it(`DNS ${behaviour.kind}: ${code} for that name only`, async () => {
      const broken = (world: World) => {
        world.resolvers[server]!.names[host] = behaviour;
      };
      assert.equal((await bench.askIn(broken, dns)).code, code);
      const other = await bench.ask({ ...dns, name: "OTHER.example.kr" });
      assert.deepEqual(other.addresses, ["203.0.113.20"]);
    });
  }

  it("DNS: closed, sinkhole, wildcard, and names that nobody has", async () => {
    const closed = (world: World) => {
      world.resolvers[server]!.listening = false;
    };
    assert.equal((await bench.askIn(closed, dns)).code, "ECONNREFUSED");
    const sinkhole = (world: World) => {
      world.resolvers[server]!.otherwise = { kind: "addresses", addresses: ["10.10.2.99"] };
    };
    assert.deepEqual((await bench.askIn(sinkhole, dns)).addresses, ["10.10.2.99"]);
    const nobody = { ...dns, name: "nobody.example.kr" };
    assert.equal((await bench.askIn(() => {}, nobody)).code, "ENOTFOUND");
    const wildcard = (world: World) => {
      world.resolvers[server]!.wildcard = ["203.0.113.77"];
    };
    assert.deepEqual((await bench.askIn(wildcard, nobody)).addresses, ["203.0.113.77"]);
    assert.deepEqual((await bench.ask(dns)).addresses, [address]);
  });

  it("programs look names up through the PC's own resolvers and hosts file", async () => {
    const lookup = { ask: "lookup", name: host } as const;
    assert.deepEqual((await bench.askIn(() => {}, lookup)).addresses, [address]);
    const second = (world: World) => {
      world.resolvers[server]!.listening = false;
    };
    assert.deepEqual((await bench.askIn(second, lookup)).addresses, [address]);
    const override = (world: World) => {
      world.pc.hosts = [{ address: "203.0.113.66", name: host }];
    };
    assert.deepEqual((await bench.askIn(override, lookup)).addresses, ["203.0.113.66"]);
    assert.deepEqual((await bench.askIn(() => {}, lookup)).addresses, [address]);
  });

  const pages: [WorldService["behaviour"], string, number | undefined, RegExp][] = [
    ["normal", "ok", 200, /pay\.example\.kr/],
    ["block-page", "ok", 200, /접속이 차단되었습니다/],
    ["redirect-to-block-page", "ok", 302, /^$/],
    ["status-503", "ok", 503, /503/],
    ["http-silent", "timeout", undefined, /^$/],
    ["http-reset", "ECONNRESET.read", undefined, /^$/],
  ];
  for (const [behaviour, code, status, text] of pages) {
    it(`HTTP ${behaviour}: ${code} ${status ?? ""}`, async () => {
      const broken = (world: World) => {
        world.services[`${address}:80`] = service({ protocol: "http", behaviour });
      };
      const seen = await bench.askIn(broken, { ask: "http", url: `http://${host}/` });
      assert.equal(seen.code, code);
      assert.equal(seen.status, status);
      assert.match(seen.bytes ?? "", text);
    });
  }

  const rootDseSearch = "300c02010163070400" + "0a01000a0100";
  const ldap = { ask: "tcp", address, port: 389, send: rootDseSearch } as const;
  const raw: [WorldService["behaviour"], string, RegExp][] = [
    ["normal", "ok", /^30.+64.+65/],
    ["silent", "silent", /^$/],
    ["garbage", "ok", /^5353482d/],
    ["reset", "ECONNRESET.read", /^$/],
    ["fin", "end", /^$/],
  ];
  for (const [behaviour, code, bytes] of raw) {
    it(`LDAP ${behaviour}: ${code}`, async () => {
      const broken = (world: World) => {
        world.services[`${address}:389`] = service({ protocol: "ldap", behaviour });
      };
      const seen = await bench.askIn(broken, ldap);
      assert.equal(seen.code, code);
      assert.match(seen.bytes ?? "", bytes);
    });
  }

  it("a raw port accepts and stays open", async () => {
    const raw = { ask: "tcp", address, port: 5_310, send: "00" } as const;
    assert.equal((await bench.askIn(() => {}, raw)).code, "silent");
  });

  const proxyAt = "10.10.2.80:3128";
  const healthyProxy: WorldProxy = { listening: true, authentication: "none", deniedHosts: [] };
  const connect = (target: string) => {
    const text = `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`;
    const send = Buffer.from(text).toString("hex");
    return { ask: "tcp", address: "10.10.2.80", port: 3_128, send } as const;
  };
  const proxies: [string, Partial<WorldProxy>, string, RegExp][] = [
    ["passes", {}, `${host}:443`, /^HTTP\/1.1 200/],
    [
      "wants to know who asks",
      { authentication: "required" },
      `${host}:443`,
      /^HTTP\/1.1 407(.|\s)*NTLM/,
    ],
    ["permits only 443", { connectPorts: [443] }, `${host}:5310`, /^HTTP\/1.1 403/],
    ["denies a host", { deniedHosts: [host] }, `${host}:443`, /^HTTP\/1.1 403/],
    ["finds nobody", {}, `${host}:9999`, /^HTTP\/1.1 503/],
  ];
  for (const [name, change, target, answer] of proxies) {
    it(`a proxy that ${name}, though the firewall lets nothing through`, async () => {
      await bench.set((world) => {
        world.proxies[proxyAt] = { ...healthyProxy, ...change };
        world.firewall.policy = "drop";
      });
      const seen = await bench.ask(connect(target));
      assert.match(Buffer.from(seen.bytes ?? "", "hex").toString(), answer);
    });
  }

  it("curl walks through the proxy of its environment, and fetches the PAC file", async () => {
    await bench.set((world) => {
      world.proxies[proxyAt] = healthyProxy;
      world.firewall.policy = "drop";
      world.pc.proxy = { http: proxyAt, https: proxyAt, bypass: ["10.10.2.80"] };
      world.pc.proxy.pacUrl = "http://10.10.2.80/proxy.pac";
      world.pc.pac = "function FindProxyForURL() { return 'DIRECT'; }";
    });
    const { pc } = await bench.ask({ ask: "pc" });
    const env = pc?.env as Record<string, string>;
    assert.equal(env.http_proxy, `http://${proxyAt}`);
    assert.equal(env.auto_proxy, "http://10.10.2.80/proxy.pac");
    const through = { ask: "tcp", address: "10.10.2.80", port: 3_128 } as const;
    const get = `GET http://${host}/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    const seen = await bench.ask({ ...through, send: Buffer.from(get).toString("hex") });
    assert.match(Buffer.from(seen.bytes ?? "", "hex").toString(), /^HTTP\/1.1 200/);
    const pac = await bench.ask({ ask: "http", url: "http://10.10.2.80/proxy.pac" });
    assert.equal(pac.headers?.["content-type"], "application/x-ns-proxy-autoconfig");
    assert.match(pac.bytes ?? "", /FindProxyForURL/);
  });

  it("agents answer on loopback with their own authority, which the PC trusts", async () => {
    const agent = { id: "nos", listening: true, certificate: "own", answer: "B303AA83" } as const;
    await bench.set((world) => {
      world.pc.agents = [
        { ...agent, port: 14_440 },
        { ...agent, port: 21_300, certificate: "expired" },
        { ...agent, port: 21_400, listening: false },
      ];
    });
    const ask = (port: number) =>
      bench.ask({ ask: "tls", address: "127.0.0.1", port, servername: "localhost" });
    const nos = await ask(14_440);
    assert.equal(nos.code, "ok");
    assert.equal(nos.issuer, "INCA Internet Co., Ltd. CA");
    assert.equal((await ask(21_300)).code, "CERT_HAS_EXPIRED");
    assert.equal((await ask(21_400)).code, "ECONNREFUSED");
  });

  it("facts of the PC reach the client as a file, and only where there are any", async () => {
    const facts = {
      browsers: [],
      programs: [],
      zoneEntries: [],
      popups: [],
      rootCertificates: [],
      paths: ["C:\\Program Files"],
      unreadable: {},
    };
    const withFacts = (world: World) => {
      world.pc.facts = facts;
    };
    assert.deepEqual((await bench.askIn(withFacts, { ask: "pc" })).pc?.facts, facts);
    assert.equal((await bench.askIn(() => {}, { ask: "pc" })).pc?.facts, undefined);
  });
});
