import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { winHttpProxySettings, winInetProxy } from "./read-proxy.ts";
import type { RegistryData } from "./registry.ts";
import { binary, counted, key, number, type Plain } from "./stage/plain-key.ts";

describe("proxies", () => {
  const cases: [string, Plain, object | undefined][] = [
    ["off", { ProxyEnable: 0, ProxyServer: "a:1" }, { bypass: [] }],
    [
      "one for all",
      { ProxyEnable: 1, ProxyServer: "a" },
      { http: "a:80", https: "a:80", bypass: [] },
    ],
    [
      "by protocol; SOCKS is none",
      { ProxyEnable: 1, ProxyServer: "https=b:2;socks=c:3;ftp=d:4" },
      { https: "b:2", bypass: [] },
    ],
    [
      "with scheme, user and password",
      { ProxyEnable: 1, ProxyServer: "http://me:secret@a:8080/" },
      { http: "a:8080", https: "a:8080", bypass: [] },
    ],
    [
      "exceptions",
      { ProxyOverride: "*.test; 10.* ;<local>" },
      { bypass: ["*.test", "10.*", "<local>"] },
    ],
    ["PAC", { AutoConfigURL: " http://a/p.pac" }, { bypass: [], pacUrl: "http://a/p.pac" }],
    ["no address", { ProxyEnable: 1, ProxyServer: "http=a:b" }, undefined],
  ];
  for (const [name, plain, expected] of cases) {
    it(name, () => assert.deepEqual(winInetProxy(key("", plain)), expected));
  }

  const block = (flags: number, ...texts: string[]) =>
    binary(
      Buffer.concat([
        number(0x46),
        number(9),
        number(flags),
        ...texts.map(counted),
        Buffer.alloc(32),
      ]),
    );
  const both = (data: RegistryData) =>
    winInetProxy(
      key("", {
        ProxyEnable: 1,
        ProxyServer: "old:1",
        Connections: { DefaultConnectionSettings: data },
      }),
    );

  it("where the block of bytes says otherwise, it counts", () => {
    const set = block(7, "new:2", "<local>", "http://a/p.pac");
    const expected = {
      http: "new:2",
      https: "new:2",
      bypass: ["<local>"],
      pacUrl: "http://a/p.pac",
    };
    assert.deepEqual(both(set), expected);
    assert.deepEqual(both(block(1, "new:2", "", "http://a/p.pac")), { bypass: [] });
    assert.deepEqual(both(block(9, "", "")), { bypass: [] });
  });

  it("a block that is cut off counts for nothing", () => {
    const cut = {
      ...block(3, "new:2", ""),
      data: block(3, "new:2", "").type === "hex" ? "4600000001000000030000" : "",
    };
    assert.deepEqual(both(cut as RegistryData), { http: "old:1", https: "old:1", bypass: [] });
  });

  it("of the system's services", () => {
    const at = (data: Buffer) => key("", { Connections: { WinHttpSettings: binary(data) } });
    const head = (flags: number) => Buffer.concat([number(0x18), number(0), number(flags)]);
    const set = Buffer.concat([head(3), counted("a:1"), counted("<local>;b")]);
    assert.deepEqual(winHttpProxySettings(at(set)), {
      http: "a:1",
      https: "a:1",
      bypass: ["<local>", "b"],
    });
    const direct = Buffer.concat([head(1), counted(""), counted("")]);
    assert.deepEqual(winHttpProxySettings(at(direct)), { bypass: [] });
    assert.deepEqual(winHttpProxySettings(undefined), { bypass: [] });
    assert.equal(winHttpProxySettings(at(head(3))), undefined);
  });
});
