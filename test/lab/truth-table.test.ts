import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FirewallAction, World, WorldService } from "../../src/machine/world.ts";
import { type Bench, openBench, skip } from "./_lab.ts";
import { address, deadAddress, host, service } from "./_world.ts";

/** Every way to fail, and what Node says about it on a real socket. */
describe("what a program sees of each fault", { skip }, () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench();
  });
  after(() => bench?.lab.close());

  const tls = { ask: "tls", address, port: 443, servername: host } as const;
  const https = (change: Partial<WorldService>) => (world: World) => {
    world.services[`${address}:443`] = service(change);
  };

  const rejections: [FirewallAction, string][] = [
    ["accept", "ok"],
    ["drop", "timeout"],
    ["tcp-reset", "ECONNREFUSED"],
    ["icmp-port-unreachable", "ECONNREFUSED"],
    ["icmp-host-unreachable", "EHOSTUNREACH"],
    ["icmp-host-prohibited", "EHOSTUNREACH"],
    ["icmp-admin-prohibited", "EHOSTUNREACH"],
    ["icmp-net-unreachable", "ENETUNREACH"],
    ["icmp-net-prohibited", "ENETUNREACH"],
  ];
  for (const [action, code] of rejections) {
    it(`firewall ${action}: ${code}, and only where the rule says`, async () => {
      const rule = (world: World) => {
        world.firewall.rules = [{ address, port: 443, action }];
      };
      const question = { ask: "tcp", address, port: 443 } as const;
      const seen = await bench.askIn(rule, question);
      assert.equal(seen.code, code);
      assert.equal((await bench.ask({ ...question, port: 80 })).code, "ok");
    });
  }

  it("many refusals at once all arrive: the kernel does not thin them out", async () => {
    await bench.set((world) => {
      world.firewall.policy = "icmp-admin-prohibited";
    });
    const seen = await bench.ask({ ask: "ports", address, first: 1_000, count: 60 });
    assert.deepEqual(seen.counts, { EHOSTUNREACH: 60 });
  });

  it("the policy is for what no rule names, and the office is not behind the firewall", async () => {
    await bench.set((world) => {
      world.firewall.policy = "drop";
      world.firewall.rules = [{ port: 80, action: "accept" }];
    });
    assert.equal((await bench.ask({ ask: "tcp", address, port: 80 })).code, "ok");
    assert.equal((await bench.ask({ ask: "tcp", address, port: 443 })).code, "timeout");
    assert.equal((await bench.ask({ ask: "tcp", address: "10.10.2.53", port: 53 })).code, "ok");
  });

  it("a closed port: ECONNREFUSED", async () => {
    const seen = await bench.askIn(() => {}, { ask: "tcp", address, port: 444 });
    assert.equal(seen.code, "ECONNREFUSED");
  });

  it("a dead host: EHOSTUNREACH after three seconds", async () => {
    const question = { ask: "tcp", address: deadAddress, port: 443, limitMs: 5_000 } as const;
    const seen = await bench.askIn(() => {}, question);
    assert.equal(seen.code, "EHOSTUNREACH");
    assert.ok(seen.ms > 2_500, `${seen.ms} ms`);
  });

  it("a host that dies and comes back", async () => {
    const die = (world: World) => world.deadHosts.push(address);
    assert.equal((await bench.askIn(die, tls)).code, "timeout");
    assert.equal((await bench.askIn(() => {}, tls)).code, "ok");
  });

  it("offline and without a route: ENETUNREACH", async () => {
    const offline = (world: World) => {
      world.pc.online = false;
    };
    const question = { ask: "tcp", address, port: 443 } as const;
    assert.equal((await bench.askIn(offline, question)).code, "ENETUNREACH");
    assert.deepEqual((await bench.ask({ ask: "pc" })).pc?.interfaces, ["lo"]);
    const noRoute = (world: World) => {
      world.pc.defaultRoute = false;
    };
    assert.equal((await bench.askIn(noRoute, question)).code, "ENETUNREACH");
    const inside = await bench.ask({ ask: "dns", server: "10.10.2.53", name: host });
    assert.deepEqual(inside.addresses, [address]);
    assert.deepEqual((await bench.ask({ ask: "pc" })).pc?.interfaces, ["lo", "eth0"]);
  });

  const handshakes: [name: string, change: Partial<WorldService>, code: string | RegExp][] = [
    ["healthy", {}, "ok"],
    ["reset after the ClientHello", { behaviour: "reset" }, "ECONNRESET.read"],
    ["end after the ClientHello", { behaviour: "fin" }, "ECONNRESET"],
    ["silent", { behaviour: "silent" }, "timeout"],
    ["plain HTTP", { behaviour: "plain-http" }, "ERR_SSL_WRONG_VERSION_NUMBER"],
    ["garbage", { behaviour: "garbage" }, "ERR_SSL_WRONG_VERSION_NUMBER"],
    ["TLS 1.0 only", { tls: "1.0" }, "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION"],
    ["an alert", { tls: "alert" }, "ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR"],
    [
      "client certificate, TLS 1.2",
      { tls: "client-certificate-1.2" },
      /^ERR_SSL_SSL(V3|\/TLS)_ALERT_HANDSHAKE_FAILURE$/,
    ],
    [
      "client certificate, TLS 1.3: the client believes it is through",
      {
        tls: "client-certificate-1.3",
      },
      "ok",
    ],
    ["expired", { certificate: "expired" }, "CERT_HAS_EXPIRED"],
    ["not yet valid", { certificate: "not-yet-valid" }, "CERT_NOT_YET_VALID"],
    ["wrong host", { certificate: "wrong-host" }, "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["self-signed", { certificate: "self-signed" }, "DEPTH_ZERO_SELF_SIGNED_CERT"],
    ["unknown authority", { certificate: "unknown-ca" }, "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    ["inspection", { certificate: "inspection" }, "SELF_SIGNED_CERT_IN_CHAIN"],
  ];
  for (const [name, change, code] of handshakes) {
    it(`TLS, ${name}: ${code}`, async () => {
      const seen = await bench.askIn(https(change), tls);
      // The word for alert 40 depends on the OpenSSL that Node was built with.
      if (code instanceof RegExp) assert.match(seen.code, code);
      else assert.equal(seen.code, code);
    });
  }

  it("inspection that the PC trusts looks like success with another issuer", async () => {
    const trusted = (world: World) => {
      https({ certificate: "inspection" })(world);
      world.pc.trustsInspectionCa = true;
    };
    const seen = await bench.askIn(trusted, { ...tls, servername: "any.name.example" });
    assert.equal(seen.code, "ok");
    assert.equal(seen.issuer, "Lab Inspection CA");
  });

  it("a server clock far ahead: not yet valid; far behind: expired", async () => {
    const yearMs = 366 * 86_400_000;
    const at = (offset: number) => (world: World) => {
      world.serverClockOffsetMs = offset;
    };
    assert.equal((await bench.askIn(at(yearMs), tls)).code, "CERT_NOT_YET_VALID");
    const seen = await bench.ask({ ask: "http", url: `http://${address}/` });
    const date = Date.parse(String(seen.headers?.date));
    assert.ok(Math.abs(date - Date.now() - yearMs) < 10_000);
    assert.equal((await bench.askIn(at(-yearMs), tls)).code, "CERT_HAS_EXPIRED");
  });

  for (const [action, code] of [
    ["reset", "ECONNRESET.read"],
    ["drop", "timeout"],
  ] as const) {
    it(`a name filter by ${action}: ${code} for that name only`, async () => {
      const filter = (world: World) => {
        world.firewall.sni = [{ name: host.toUpperCase(), action }];
      };
      assert.equal((await bench.askIn(filter, tls)).code, code);
      const other = await bench.ask({ ...tls, servername: "control.example" });
      assert.equal(other.code, "ERR_TLS_CERT_ALTNAME_INVALID");
    });
  }

  it("a black hole for large packets: small answers pass, a handshake does not", async () => {
    const narrow = (world: World) => {
      world.firewall.mtuBlackholes = [address];
    };
    assert.equal((await bench.askIn(narrow, tls)).code, "timeout");
    const small = await bench.ask({ ask: "http", url: `http://${address}/` });
    assert.equal(small.status, 200);
    // TLS 1.2 with a ClientHello that passes: the server's flight must be what gets lost.
    const script = "echo | timeout 1 openssl s_client -tls1_2 -connect $0 -brief 2>&1";
    const { code } = await bench.lab.run(["sh", "-c", script, `${address}:443`]);
    assert.equal(code, 124);
  });
});
