import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { extension, make } from "../../trust/stage/authority.ts";
import { sequence } from "../../trust/stage/der.ts";
import { download } from "./download.ts";

const folder = mkdtempSync(join(tmpdir(), "jochi-download-"));
const body = Buffer.alloc(200_000, "installer ");
/** subjectAltName with the address 127.0.0.1 (RFC 5280, 4.2.1.6). */
const here = extension("2.5.29.17", sequence(Buffer.from([0x87, 4, 127, 0, 0, 1])));
const day = 86_400_000;
const dates = { from: Date.now() - day, to: Date.now() + day };
const authority = make({ name: "Test Download CA", authority: true, ...dates });
const leaf = make({ name: "127.0.0.1", issuer: authority, extensions: [here], ...dates });
const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString("base64")}\n-----END CERTIFICATE-----\n`;

let server: Server;
let port: number;
const asked: string[] = [];

before(async () => {
  server = createServer(
    { key: leaf.key.export({ type: "pkcs8", format: "pem" }), cert: pem(leaf.certificate.der) },
    (request, response) => {
      asked.push(request.url ?? "");
      if (request.url === "/file") return response.end(body);
      if (request.url === "/moved") return response.writeHead(302, { location: "/file" }).end();
      if (request.url === "/away")
        return response.writeHead(302, { location: "https://localhost:1/file" }).end();
      if (request.url === "/plain")
        return response.writeHead(302, { location: `http://127.0.0.1:${port}/file` }).end();
      if (request.url === "/round") return response.writeHead(302, { location: "/round" }).end();
      if (request.url === "/cut") {
        response.writeHead(200, { "content-length": "999999" });
        response.write(body);
        return setTimeout(() => response.destroy(), 20);
      }
      return response.writeHead(404).end();
    },
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

let number = 0;
async function fetched(path: string, more: { maxBytes?: number; ca?: string; env?: object } = {}) {
  number += 1;
  const file = join(folder, String(number));
  const url = path.startsWith("/") ? `https://127.0.0.1:${port}${path}` : path;
  const got = await download(url, file, {
    env: (more.env ?? { JOCHI_NETWORK: "none" }) as NodeJS.ProcessEnv,
    maxBytes: more.maxBytes ?? 1_000_000,
    signal: new AbortController().signal,
    ca: "ca" in more ? more.ca : pem(authority.certificate.der),
  });
  return { got, file };
}

describe("download", () => {
  it("brings one file, also where its own server has moved it", async () => {
    for (const path of ["/file", "/moved"]) {
      const { got, file } = await fetched(path);
      assert.deepEqual(got, { ok: true, bytes: body.length });
      assert.ok(readFileSync(file).equals(body));
    }
  });

  it("follows nobody to another server, and none in circles", async () => {
    for (const [path, failure] of [
      ["/away", "redirected"],
      ["/plain", "not-https"],
      ["/round", "redirected"],
    ] as const) {
      const { got, file } = await fetched(path);
      assert.equal(got.ok ? "ok" : got.failure, failure, path);
      assert.ok(!existsSync(file));
    }
  });

  it("keeps nothing that is too large, cut off, or no file", async () => {
    for (const [path, failure] of [
      ["/file", "too-large"],
      ["/cut", "failed"],
      ["/none", "status"],
    ] as const) {
      const { got, file } = await fetched(path, {
        maxBytes: path === "/file" ? 150_000 : 1_000_000,
      });
      assert.equal(got.ok ? "ok" : got.failure, failure, path);
      assert.ok(!existsSync(file));
    }
  });

  it("believes no server without a certificate that counts", async () => {
    const { got } = await fetched("/file", { ca: undefined as never });
    assert.equal(got.ok, false);
  });

  it("asks nobody beyond this PC where JOCHI_NETWORK=none", async () => {
    const count = asked.length;
    const { got } = await fetched("https://download.test/file");
    assert.deepEqual(got, { ok: false, failure: "guarded" });
    assert.equal(asked.length, count);
  });

  it("knows nothing but https", async () => {
    const { got } = await fetched(`http://127.0.0.1:${port}/file`);
    assert.deepEqual(got, { ok: false, failure: "not-https" });
  });
});
