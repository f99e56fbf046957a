import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { after, before, describe, it } from "node:test";
import { answers, call, raw, type Served, served, silent } from "./_served.ts";

const MiB = 1024 * 1024;

/** Each is refused by its code, and the server is there afterwards. */
describe("attacks on the local server", () => {
  let one: Served;
  before(async () => {
    one = await served({ patience: { headersMs: 400, requestMs: 800, checkEveryMs: 100 } });
  });
  after(() => one.close());

  const head = (...lines: string[]) =>
    [
      "POST /api/diagnose HTTP/1.1",
      `Host: 127.0.0.1:${one.port}`,
      `Origin: http://127.0.0.1:${one.port}`,
      `Authorization: Bearer ${one.token}`,
      "Content-Type: application/json",
      ...lines,
      "",
      "",
    ].join("\r\n");
  const chunked = () => head("Transfer-Encoding: chunked");
  const codeIn = (got: string) => /"code":"([a-z-]+)"/.exec(got)?.[1];
  async function refused(got: string, status: number, code?: string) {
    assert.match(got, new RegExp(`^HTTP/1\\.1 ${status} `), got.slice(0, 300));
    if (code !== undefined) assert.equal(codeIn(got), code);
    assert.ok(await answers(one));
  }

  it("does not begin to read a body that says it is giant", async () => {
    for (const length of [MiB + 1, 2 ** 40, "99999999999999999999999", "-1", "1e9", "0x10", "+5"]) {
      const got = await raw(one.port, head(`Content-Length: ${length}`));
      assert.match(got, /^HTTP\/1\.1 4(00|13) /, String(length));
    }
    await refused(await raw(one.port, head(`Content-Length: ${MiB + 1}`)), 413, "too-large");
  });

  it("stops reading a body that becomes giant", async () => {
    const chunk = `${(256 * 1024).toString(16)}\r\n${"x".repeat(256 * 1024)}\r\n`;
    const got = await raw(one.port, chunked(), ...Array.from({ length: 12 }, () => chunk));
    if (got !== "") assert.match(got, /^HTTP\/1\.1 413 /);
    assert.ok(await answers(one));
  });

  it("takes no more header lines than a page has", async () => {
    const giant = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${one.port}\r\n`;
    await refused(await raw(one.port, `${giant}X: ${"x".repeat(20_000)}\r\n\r\n`), 431);
    await refused(await raw(one.port, `${giant}${"X-A: b\r\n".repeat(5_000)}\r\n`), 431);
    const long = `GET /${"a".repeat(2_000)} HTTP/1.1\r\nHost: 127.0.0.1:${one.port}\r\n\r\n`;
    await refused(await raw(one.port, long), 414, "bad-request");
    assert.match(await raw(one.port, `GET /${"a".repeat(100_000)}`), /^HTTP\/1\.1 4|^$/);
    assert.ok(await answers(one));
  });

  it("is not confused by lengths that contradict each other", async () => {
    const smuggled = `GET /api/state HTTP/1.1\r\nHost: 127.0.0.1:${one.port}\r\n\r\n`;
    for (const lines of [
      ["Content-Length: 2", "Content-Length: 5"],
      ["Content-Length: 2", "Transfer-Encoding: chunked"],
      ["Transfer-Encoding: chunked", "Transfer-Encoding: identity"],
      ["Transfer-Encoding: gzip, chunked"],
      ["Transfer-Encoding: xchunked"],
      ["Transfer-Encoding : chunked"],
      ["Content-Length: 2, 2"],
    ]) {
      const got = await raw(one.port, head(...lines), `0\r\n\r\n${smuggled}`);
      assert.match(got, /^HTTP\/1\.1 4/, lines.join());
      assert.equal(got.match(/HTTP\/1\.1 /g)?.length, 1, "nothing after it is answered");
    }
    assert.ok(await answers(one));
  });

  it("takes no crooked chunks", async () => {
    for (const body of [
      "zz\r\n{}\r\n0\r\n\r\n",
      "-1\r\n{}\r\n0\r\n\r\n",
      "ffffffffffffffff1\r\n{}",
      `5;${"x".repeat(100_000)}\r\nhello\r\n0\r\n\r\n`,
      `0\r\n${"X: y\r\n".repeat(5_000)}\r\n`,
      "2\n{}\n0\n\n",
    ]) {
      const got = await raw(one.port, chunked(), body);
      assert.match(got, /^HTTP\/1\.1 4|^$/, body.slice(0, 40));
    }
    assert.ok(await answers(one));
  });

  it("answers garbage with one refusal and an end", async () => {
    for (const text of [
      "GET /\r\n",
      "GET / \r\n\r\n",
      "\r\n\r\n\r\n garbage\r\n\r\n",
      "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      "SSH-2.0-x\r\n",
      "GET / HTTP/1.1\r\n Host: x\r\n\r\n",
      "GET / HTTP/1.1\nHost: x\n\n",
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${one.port}\r\nX\0: y\r\n\r\n`,
      `GET /\0 HTTP/1.1\r\nHost: 127.0.0.1:${one.port}\r\n\r\n`,
      `GET / HTTP/9.9\r\nHost: 127.0.0.1:${one.port}\r\n\r\n`,
      Buffer.alloc(100_000, 0xff),
    ]) {
      const got = await raw(one.port, text);
      assert.match(got, /^HTTP\/1\.1 [45]|^$/, JSON.stringify(String(text).slice(0, 40)));
    }
    assert.ok(await answers(one));
  });

  it("ends a pipeline at its first refusal", async () => {
    const bad = "GET /x HTTP/1.1\r\nHost: evil.example\r\n\r\n";
    const got = await raw(one.port, bad.repeat(500));
    assert.equal(got.match(/HTTP\/1\.1 421 /g)?.length, 1);
    const page = `GET /favicon.ico HTTP/1.1\r\nHost: 127.0.0.1:${one.port}\r\n\r\n`;
    const many = await raw(one.port, page.repeat(200), "garbage\r\n\r\n");
    assert.ok((many.match(/HTTP\/1\.1 204 /g)?.length ?? 0) < 60, "the rate holds within one");
    assert.match(await raw(one.port, page.repeat(60)), /HTTP\/1\.1 429 /);
    assert.ok(await answers(one));
  });

  it("takes no JSON that is more than a call needs", async () => {
    const depth = 100_000;
    for (const [body, status] of [
      ["[".repeat(depth) + "]".repeat(depth), 400],
      [`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`, 400],
      [`[${"0,".repeat(50_000)}0]`, 400],
      ['{"__proto__":{"guide":"x"},"guide":"bankpay-transfer@2018.11"}', 400],
      ['{"constructor":{"prototype":{}},"guide":"bankpay-transfer@2018.11"}', 400],
      ['{"guide":"bankpay-transfer@2018.11","guide":"x"}', 400],
      ['{"guide":"bankpay-transfer@2018.11","more":1}', 400],
      ['{"guide":{"$ne":null}}', 400],
      ['{"guide":"../../etc/passwd"}', 400],
      ['{"guide":"no-such-guide@2018.11"}', 404],
      ["", 400],
      ["null", 400],
      ["{", 400],
      ['"\u0000"', 400],
    ] as const) {
      const text = head(`Content-Length: ${Buffer.byteLength(body)}`, "Connection: close") + body;
      await refused(await raw(one.port, text), status);
    }
    const bytes = Buffer.from([0x22, 0xff, 0xfe, 0x22]);
    const got = await raw(one.port, head("Content-Length: 4", "Connection: close"), bytes);
    await refused(got, 400, "bad-request");
    assert.equal(({} as { guide?: string }).guide, undefined);
  });

  it("cuts those who speak too slowly, or not at all", async () => {
    const slow = async (first: string, more: string) => {
      const socket = await silent(one.port);
      socket.write(first);
      const timer = setInterval(() => socket.write(more), 50);
      const got = await ended(socket);
      clearInterval(timer);
      return got;
    };
    const start = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${one.port}\r\n`;
    const [mute, headers, body] = await Promise.all([
      silent(one.port).then(ended),
      slow(start, "X-A: b\r\n"),
      slow(head("Content-Length: 100000"), " "),
    ]);
    for (const got of [mute, headers, body]) assert.match(got, /^HTTP\/1\.1 4\d\d |^$/);
    assert.ok(await answers(one));
  });

  it("cuts slow headers before a slow request would be", async () => {
    const other = await served({
      patience: { headersMs: 300, requestMs: 120_000, checkEveryMs: 50 },
    });
    const socket = await silent(other.port);
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${other.port}\r\n`);
    assert.match(await ended(socket), /^HTTP\/1\.1 408 /);
    await other.close();
  });

  it("lets the page in while a thousand connections are opened", async () => {
    const open: Socket[] = [];
    for (let count = 0; count < 1_000; count += 1) open.push(await silent(one.port));
    assert.ok(await answers(one));
    const code = await call(one, "POST", "/api/session", { once: "x" }, { token: "" });
    assert.equal(code.status, 403);
    for (const socket of open) socket.destroy();
    assert.ok(await answers(one));
  });

  it("holds no memory for any of it", async () => {
    const collect = (globalThis as { gc?: () => void }).gc;
    const now = () => {
      collect?.();
      return process.memoryUsage().rss / MiB;
    };
    const flood = async () => {
      const chunk = `${(64 * 1024).toString(16)}\r\n${"x".repeat(64 * 1024)}\r\n`;
      for (let count = 0; count < 100; count += 1)
        await raw(one.port, chunked(), ...Array.from({ length: 20 }, () => chunk));
    };
    await flood();
    const before = now();
    await flood();
    await flood();
    const grown = now() - before;
    assert.ok(grown < 64, `${Math.round(grown)} MiB for 240 MiB that were sent`);
  });
});

function ended(socket: Socket): Promise<string> {
  let got = "";
  socket.setEncoding("latin1").on("data", (text: string) => {
    got += text;
  });
  socket.on("error", () => {});
  return new Promise((resolve) => socket.on("close", () => resolve(got)));
}
