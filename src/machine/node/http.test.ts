import assert from "node:assert/strict";
import net, { type AddressInfo } from "node:net";
import { after, test } from "node:test";
import { linuxMachine } from "../linux.ts";

const machine = linuxMachine({ env: { JOCHI_NETWORK: "none" } });
const servers: net.Server[] = [];
after(() => {
  for (const server of servers) server.close();
});

/** What a request gets from a server that answers with these bytes, and whether that then ends. */
async function answerTo(bytes: string | Buffer, ends: boolean, path = "/") {
  let asked = "";
  const server = net.createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (request) => {
      asked = request.toString();
      socket.write(bytes);
      if (ends) socket.end();
    });
  });
  servers.push(server.unref());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const connected = await machine.connect("127.0.0.1", port, { timeoutMs: 1_000 });
  assert.ok(connected.ok);
  const options = { method: "GET" as const, path, host: "pay.example" };
  const outcome = await connected.connection.http({ ...options, timeoutMs: 200, maxBytes: 50 });
  connected.connection.close();
  return { asked, outcome, port };
}

test("a request looks like a browser's, with the port in its Host header", async () => {
  const { asked, port } = await answerTo("HTTP/1.1 204 No Content\r\n\r\n", false, "/a?b=1");
  assert.match(asked, /^GET \/a\?b=1 HTTP\/1\.1\r\n/);
  assert.ok(asked.includes(`\r\nHost: pay.example:${port}\r\n`));
});

const page = "HTTP/1.1 200 OK\r\nContent-Length: 40\r\nX-Other: 1\r\nVia: gateway\r\n\r\n<title>";
for (const ends of [false, true]) {
  test(`the beginning of a page counts though it ${ends ? "breaks off" : "hangs"}`, async () => {
    const { outcome } = await answerTo(page, ends);
    assert.ok(outcome.ok);
    assert.deepEqual([outcome.status, outcome.body], [200, "<title>"]);
    assert.deepEqual(outcome.headers, { via: "gateway" });
  });
}

const ok = "HTTP/1.1 200 OK\r\nServer: s\r\n";
const tolerated: [string, string][] = [
  ["line ends without CR", `${ok}Content-Length: 5\r\n\r\nhello`.replaceAll("\r", "")],
  [
    "chunks without CR",
    `${ok}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n`.replaceAll("\r", ""),
  ],
  ["a control character in a value", `${ok}Set-Cookie: a=\x01b\r\nContent-Length: 5\r\n\r\nhello`],
  ["bytes beyond ASCII in a value", `${ok}X: \xb0\xa1\r\nContent-Length: 5\r\n\r\nhello`],
  ["bytes beyond ASCII in a name", `${ok}X\xb0\xa1: a\r\nContent-Length: 5\r\n\r\nhello`],
  ["a space in a header's name", `${ok}X Powered By: ASP\r\nContent-Length: 5\r\n\r\nhello`],
  ["a line that is no header", `${ok}Bad Header\r\nContent-Length: 5\r\n\r\nhello`],
  ["two lengths", `${ok}Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello`],
  ["a length beside chunks", `${ok}Content-Length: 5\r\nTransfer-Encoding: identity\r\n\r\nhello`],
];
for (const [name, bytes] of tolerated) {
  test(`an answer with ${name} is one, as in a browser`, async () => {
    const { outcome } = await answerTo(Buffer.from(bytes, "latin1"), true);
    assert.ok(outcome.ok, outcome.ok ? "" : outcome.code);
    assert.deepEqual([outcome.status, outcome.body], [200, "hello"]);
    assert.deepEqual(outcome.headers, { server: "s" });
  });
}

test("a control character does not get into a header that is kept", async () => {
  const { outcome } = await answerTo("HTTP/1.1 200 OK\nServer: a\x1b[2Jb\n\n", true);
  assert.equal(outcome.ok && outcome.headers.server, "a [2Jb");
});

test("a page in EUC-KR is read, also where it is cut in a character", async () => {
  const blocked = Buffer.from([0xc1, 0xa2, 0xbc, 0xd3, 0x20, 0xc2, 0xf7, 0xb4, 0xdc]);
  const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=EUC-KR\r\n\r\n";
  const { outcome } = await answerTo(Buffer.concat([Buffer.from(head), blocked]), true);
  assert.equal(outcome.ok && outcome.body, "접속 차단");
  const long = Buffer.concat([Buffer.from(head), Buffer.from("x".repeat(49)), blocked]);
  const cut = (await answerTo(long, true)).outcome;
  assert.equal(cut.ok && cut.body, "x".repeat(49));
});

const broken: [string, string, boolean, string, string | undefined][] = [
  ["half a header", "HTTP/1.1 200 OK\r\nServer: x", false, "timeout", undefined],
  ["an end in the header", "HTTP/1.1 200 OK\r\nServer: x", true, "closed", "ECONNRESET"],
  ["no HTTP", "220 mail ready\r\n", false, "other", "HPE_INVALID_CONSTANT"],
  [
    "endless headers",
    `HTTP/1.1 200 OK\r\nX: ${"x".repeat(40_000)}`,
    false,
    "other",
    "HPE_HEADER_OVERFLOW",
  ],
];
for (const [name, bytes, ends, failure, code] of broken) {
  test(`answer with ${name}: ${failure}`, async () => {
    const { outcome } = await answerTo(bytes, ends);
    assert.ok(!outcome.ok);
    assert.deepEqual([outcome.failure, outcome.code], [failure, code]);
  });
}

test("a path that no request can carry is a value, not an exception", async () => {
  const { outcome } = await answerTo("", false, "/a b");
  assert.deepEqual(!outcome.ok && [outcome.failure, outcome.code], [
    "other",
    "ERR_UNESCAPED_CHARACTERS",
  ]);
});
