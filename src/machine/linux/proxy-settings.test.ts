import assert from "node:assert/strict";
import { test } from "node:test";
import { proxySettings } from "./proxy-settings.ts";

const cases: [string, NodeJS.ProcessEnv, object][] = [
  ["nothing", {}, { bypass: [] }],
  [
    "user name and password are left out",
    { https_proxy: "http://me:secret@proxy.corp:3128/" },
    { https: "proxy.corp:3128", bypass: [] },
  ],
  ["no scheme", { http_proxy: "10.1.1.1:8080" }, { http: "10.1.1.1:8080", bypass: [] }],
  ["no port", { HTTP_PROXY: "http://proxy.corp" }, { http: "proxy.corp:80", bypass: [] }],
  ["IPv6", { http_proxy: "http://[2001:db8::1]:3128" }, { http: "[2001:db8::1]:3128", bypass: [] }],
  [
    "lower case wins; all_proxy fills what is left",
    { http_proxy: "http://a:1", HTTP_PROXY: "http://b:2", ALL_PROXY: "http://c:3" },
    { http: "a:1", https: "c:3", bypass: [] },
  ],
  ["SOCKS is no HTTP proxy", { all_proxy: "socks5://proxy.corp:1080" }, { bypass: [] }],
  [
    "exceptions and PAC",
    { NO_PROXY: "localhost, .corp  10.0.0.0/8", auto_proxy: "http://proxy.corp/proxy.pac" },
    {
      bypass: ["localhost", ".corp", "10.0.0.0/8"],
      pacUrl: "http://proxy.corp/proxy.pac",
    },
  ],
];
for (const [name, env, value] of cases) {
  test(`proxy from the environment: ${name}`, () => {
    assert.deepEqual(proxySettings(env), { state: "found", value });
  });
}

test("a value that is no address is unreadable, not absent", () => {
  const reading = proxySettings({ http_proxy: "http://proxy:notaport" });
  assert.equal(reading.state, "unreadable");
});
