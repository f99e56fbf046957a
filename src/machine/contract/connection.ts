import assert from "node:assert/strict";
import { test } from "node:test";
import type { HttpOptions } from "../machine.ts";
import { deniedHost, host, limits, type Play, shortly, withConnection } from "./setup.ts";

const page: HttpOptions = { method: "GET", path: "/", host, maxBytes: 10_000, ...limits };
/** A search for the root entry's objectClass. */
const rootDse = Buffer.from(
  "30250201016320040003000a01000a0100020100020100010100870b6f626a656374436c6173733000",
  "hex",
);

/** Connections, and what is said over them without a session. */
export function connectionContract(play: Play): void {
  connecting(play);
  pages(play);
  bytes(play);
  tunnels(play);
}

function connecting(play: Play): void {
  test("a port where nobody listens refuses", async () => {
    const { machine, at } = play();
    const { address, port } = at("closed");
    const { ms, ...outcome } = await machine.connect(address, port, limits);
    assert.deepEqual(outcome, { ok: false, failure: "refused", code: "ECONNREFUSED" });
    assert.ok(ms >= 0);
  });

  test("a connection that is cut at once ends as a reset, here or at its first use", async () => {
    const { machine, at } = play();
    const { address, port } = at("accept-then-reset");
    const connected = await machine.connect(address, port, limits);
    const outcome = connected.ok ? await connected.connection.http(page) : connected;
    if (connected.ok) connected.connection.close();
    assert.equal(!outcome.ok && outcome.failure, "reset");
  });

  test("an attempt that was called off is not one that failed", async () => {
    const { machine, at } = play();
    const { address, port } = at("web");
    const signal = AbortSignal.abort();
    const { ms, ...outcome } = await machine.connect(address, port, { ...limits, signal });
    assert.deepEqual(outcome, { ok: false, failure: "other", code: "ABORT_ERR" });
    assert.ok(ms < 1_000);
  });

  test("closing twice is safe, and afterwards everything is closed", async () => {
    await withConnection(play(), "web", async (connection) => {
      connection.close();
      connection.close();
      const answers = [
        await connection.http(page),
        await connection.tls({ servername: host, ...limits }),
      ];
      for (const answer of answers) assert.equal(!answer.ok && answer.failure, "closed");
    });
  });
}

function pages(play: Play): void {
  test("a page comes with its status and the headers that are kept", async () => {
    const outcome = await withConnection(play(), "web", (connection) => connection.http(page));
    assert.ok(outcome.ok);
    assert.equal(outcome.status, 200);
    assert.ok(outcome.headers.date && outcome.headers.server);
    assert.equal(outcome.headers["x-dropped"], undefined);
    assert.match(outcome.body, /pay\.contract\.test/);
  });

  test("no more of a page is kept than was asked for", async () => {
    const few = { ...page, maxBytes: 5 };
    const outcome = await withConnection(play(), "web", (connection) => connection.http(few));
    assert.equal(outcome.ok && outcome.body.length, 5);
  });

  test("HEAD has no body", async () => {
    const head: HttpOptions = { ...page, method: "HEAD" };
    const outcome = await withConnection(play(), "web", (connection) => connection.http(head));
    assert.deepEqual(outcome.ok && [outcome.status, outcome.body], [200, ""]);
  });

  test("a status that is no success is still an answer", async () => {
    const stage = play();
    const outcome = await withConnection(stage, "status-503", (connection) =>
      connection.http(page),
    );
    assert.equal(outcome.ok && outcome.status, 503);
  });

  const failures: [string, string][] = [
    ["http-silent", "timeout"],
    ["http-reset", "reset"],
    ["fin", "closed"],
    ["garbage", "other"],
  ];
  for (const [name, failure] of failures) {
    test(`request to ${name}: ${failure}`, async () => {
      const wait = failure === "timeout" ? { ...page, ...shortly } : page;
      const outcome = await withConnection(play(), name, (connection) => connection.http(wait));
      assert.equal(!outcome.ok && outcome.failure, failure);
    });
  }
}

function bytes(play: Play): void {
  const enough = (received: Uint8Array) => received.length > 0;

  test("a directory answers a search", async () => {
    const outcome = await withConnection(play(), "ldap", (connection) =>
      connection.exchange(rootDse, { ...limits, maxBytes: 1_000, enough }),
    );
    assert.ok(outcome.ok);
    assert.equal(outcome.bytes[0], 0x30);
  });

  test("one exchange may follow another", async () => {
    await withConnection(play(), "ldap", async (connection) => {
      for (let round = 0; round < 2; round += 1) {
        const options = { ...limits, maxBytes: 1_000, enough };
        const outcome = await connection.exchange(rootDse, options);
        assert.equal(outcome.ok && outcome.bytes[0], 0x30);
      }
    });
  });

  test("no more bytes are kept than were asked for", async () => {
    const options = { ...limits, maxBytes: 3, enough: () => false };
    const outcome = await withConnection(play(), "ldap", (connection) =>
      connection.exchange(rootDse, options),
    );
    assert.equal(outcome.ok && outcome.bytes.length, 3);
  });

  const failures: [string, string][] = [
    ["silent", "timeout"],
    ["reset", "reset"],
    ["fin", "closed"],
  ];
  for (const [name, failure] of failures) {
    test(`bytes to ${name}: ${failure}`, async () => {
      const wait = failure === "timeout" ? shortly : limits;
      const outcome = await withConnection(play(), name, (connection) =>
        connection.exchange(rootDse, { ...wait, maxBytes: 100, enough }),
      );
      assert.equal(!outcome.ok && outcome.failure, failure);
    });
  }
}

function tunnels(play: Play): void {
  const asking = (path: string): HttpOptions => ({ ...page, method: "CONNECT", path });

  test("after CONNECT the same connection leads to the other end", async () => {
    const { address, port } = play().at("valid");
    await withConnection(play(), "proxy", async (connection) => {
      const opened = await connection.http(asking(`${address}:${port}`));
      assert.equal(opened.ok && opened.status, 200);
      const session = await connection.tls({ servername: host, ...limits });
      assert.deepEqual(session.ok && [session.anchor, session.nameMatches], ["public", true]);
      const answer = await connection.http(page);
      assert.equal(answer.ok && answer.status, 200);
    });
  });

  test("a proxy that wants a password says which kind", async () => {
    const outcome = await withConnection(play(), "proxy-password", (connection) =>
      connection.http(asking("198.51.100.9:443")),
    );
    assert.ok(outcome.ok);
    assert.equal(outcome.status, 407);
    assert.equal(outcome.headers["proxy-authenticate"], "NTLM");
  });

  test("a proxy's refusal comes with its page", async () => {
    const outcome = await withConnection(play(), "proxy", (connection) =>
      connection.http(asking(`${deniedHost}:443`)),
    );
    assert.ok(outcome.ok);
    assert.equal(outcome.status, 403);
    assert.match(outcome.body, /proxy policy/);
  });
}
