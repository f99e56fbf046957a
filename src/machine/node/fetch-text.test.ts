import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { linuxMachine } from "../linux.ts";

const machine = linuxMachine({ env: { JOCHI_NETWORK: "none" } });
const limits = { timeoutMs: 2_000, maxBytes: 1_000 };
const pac = "function FindProxyForURL() { return 'DIRECT'; }";
const server = http.createServer((request, response) => {
  if (request.url === "/proxy.pac?x=1") response.end(pac);
  else if (request.url === "/large") response.end("x".repeat(1_001));
  else if (request.url === "/forbidden") response.writeHead(403).end();
  else if (request.url !== "/silent") response.writeHead(404).end();
});
let base = "";
let folder = "";
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), "jochi-fetch-"));
});
after(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

const cases: [string, object][] = [
  ["/proxy.pac?x=1", { state: "found", value: pac }],
  ["/missing", { state: "absent" }],
  ["/large", { state: "unreadable", failure: "too-large" }],
  ["/forbidden", { state: "unreadable", failure: "other", code: "HTTP_403" }],
];
for (const [path, expected] of cases) {
  test(`text from ${path}`, async () => {
    assert.deepEqual(await machine.fetchText(base + path, limits), expected);
  });
}

test("a server that says nothing costs the limit", async () => {
  const begun = machine.elapsed();
  const reading = await machine.fetchText(`${base}/silent`, { ...limits, timeoutMs: 200 });
  assert.deepEqual(reading, { state: "unreadable", failure: "timeout" });
  assert.ok(machine.elapsed() - begun < 400);
});

test("a local file, its limit, and what is no file", async () => {
  const path = join(folder, "proxy.pac");
  await writeFile(path, pac);
  const url = pathToFileURL(path).href;
  assert.deepEqual(await machine.fetchText(url, limits), { state: "found", value: pac });
  const few = await machine.fetchText(url, { ...limits, maxBytes: 10 });
  assert.deepEqual(few, { state: "unreadable", failure: "too-large" });
  const directory = await machine.fetchText(pathToFileURL(folder).href, limits);
  assert.equal(directory.state, "unreadable");
  const share = await machine.fetchText("file:////server.test/share/proxy.pac", limits);
  assert.deepEqual(share, { state: "unreadable", failure: "other", code: "ERR_INVALID_URL" });
  const ftp = await machine.fetchText("ftp://x/proxy.pac", limits);
  assert.deepEqual(ftp, { state: "unreadable", failure: "other", code: "ERR_INVALID_URL" });
});
