import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { answers, type CallOptions, call, codeOf, raw, type Served, served } from "./_served.ts";

describe("what the local server lets through", () => {
  let one: Served;
  before(async () => {
    one = await served();
  });
  after(() => one.close());

  const own = () => `http://127.0.0.1:${one.port}`;
  /** Status and code of a call of the page, changed in one way. */
  async function told(method: string, path: string, options: CallOptions = {}) {
    const body = method === "POST" ? { guide: "bankpay-transfer@2018.11" } : undefined;
    const { status, json } = await call(one, method, path, body, options);
    const { error } = (json ?? {}) as { error?: { code: string; detail?: string } };
    return [status, error?.code, error?.detail];
  }

  it("serves the page with a policy of its own scripts alone, and keeps nothing", async () => {
    const { status, headers, text } = await call(one, "GET", "/", undefined, { token: "" });
    assert.equal(status, 200);
    assert.match(text, /^<!doctype html>/);
    const policy = String(headers["content-security-policy"]);
    assert.match(policy, /^default-src 'none'; script-src 'sha256-[^' ]+'; style-src 'sha256-/);
    assert.match(policy, /connect-src 'self'.*frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
    for (const [name, value] of [
      ["cache-control", "no-store"],
      ["x-content-type-options", "nosniff"],
      ["cross-origin-opener-policy", "same-origin"],
      ["cross-origin-resource-policy", "same-origin"],
      ["referrer-policy", "no-referrer"],
      ["x-frame-options", "DENY"],
    ] as const)
      assert.equal(headers[name], value, name);
    assert.equal(headers["set-cookie"], undefined);
    assert.equal(headers["access-control-allow-origin"], undefined);
  });

  it("knows no host but itself, as a page does whose name was bent to 127.0.0.1", async () => {
    for (const host of [
      "evil.example",
      `evil.example:${one.port}`,
      "127.0.0.1",
      `127.0.0.1:${one.port + 1}`,
      `127.0.0.1.evil.example:${one.port}`,
      `localhost.:${one.port}`,
      `LOCALHOST:${one.port}`,
      `[::1]:${one.port}`,
      `0.0.0.0:${one.port}`,
      `127.1:${one.port}`,
      `user@127.0.0.1:${one.port}`,
    ]) {
      for (const path of ["/", "/api/state"])
        assert.deepEqual(
          await told("GET", path, { headers: { Host: host } }),
          [421, "bad-request", "host"],
          host,
        );
    }
    assert.match(await raw(one.port, "GET / HTTP/1.1\r\nHost:\r\n\r\n"), /^HTTP\/1\.1 421 /);
    const { status } = await call(one, "GET", "/api/state", undefined, {
      headers: { Host: `localhost:${one.port}` },
    });
    assert.equal(status, 200);
  });

  it("takes nothing from a page of another origin", async () => {
    for (const origin of [
      "http://evil.example",
      "null",
      `https://127.0.0.1:${one.port}`,
      `http://127.0.0.1:${one.port + 1}`,
      `http://127.0.0.1:${one.port}.evil.example`,
      `http://localhost:${one.port}`,
      "",
    ]) {
      const refused = [403, "bad-request", "origin"];
      const options = { headers: { Origin: origin } };
      assert.deepEqual(await told("POST", "/api/diagnose", options), refused, origin);
      assert.deepEqual(await told("POST", "/api/session", options), refused, origin);
      if (origin !== "") assert.deepEqual(await told("GET", "/api/state", options), refused);
    }
    const text = `POST /api/undo HTTP/1.1\r\nHost: 127.0.0.1:${one.port}\r\nAuthorization: Bearer ${one.token}\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{"id":"x"}`;
    assert.match(await raw(one.port, text), /^HTTP\/1\.1 403 /, "no Origin at all");
  });

  it("holds a browser to what it says of where a request comes from", async () => {
    for (const site of ["cross-site", "same-site", "none", "something"])
      assert.deepEqual(
        await told("GET", "/api/state", { headers: { "Sec-Fetch-Site": site } }),
        [403, "bad-request", "sec-fetch-site"],
        site,
      );
    const from = (site: string, mode: string, dest: string) =>
      call(one, "GET", "/", undefined, {
        token: "",
        headers: { "Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest },
      });
    assert.equal((await from("none", "navigate", "document")).status, 200);
    assert.equal((await from("cross-site", "navigate", "document")).status, 200, "a link");
    assert.equal((await from("cross-site", "navigate", "iframe")).status, 403);
    assert.equal((await from("cross-site", "no-cors", "script")).status, 403);
    const same = { headers: { "Sec-Fetch-Site": "same-origin", Origin: own() } };
    assert.deepEqual(await told("GET", "/api/state", same), [200, undefined, undefined]);
  });

  it("asks for the token in every call, and takes no other", async () => {
    for (const token of ["", "x", `${one.token}x`, one.token.slice(1), one.token.toLowerCase()]) {
      assert.deepEqual(await told("GET", "/api/state", { token }), [401, "no-session", undefined]);
      assert.deepEqual(await told("POST", "/api/diagnose", { token }), [
        401,
        "no-session",
        undefined,
      ]);
      assert.deepEqual(await told("GET", "/api/nothing", { token }), [
        401,
        "no-session",
        undefined,
      ]);
    }
    for (const authorization of [`Basic ${one.token}`, one.token, `Bearer  ${one.token}`])
      assert.deepEqual(
        await told("GET", "/api/state", { headers: { Authorization: authorization } }),
        [401, "no-session", undefined],
      );
    const inAddress = await told("GET", `/api/state?token=${one.token}`, { token: "" });
    assert.equal(inAddress[0], 401);
  });

  it("gives one token for one code", async () => {
    const once = codeOf(one);
    const ask = (code: unknown) => call(one, "POST", "/api/session", { once: code }, { token: "" });
    const first = await ask(once);
    assert.equal(first.status, 200);
    const { token } = first.json as { token: string };
    assert.match(token, /^[A-Za-z0-9_-]{43}$/, "256 bits");
    assert.notEqual(token, once);
    const before = one.stale;
    const replayed = await ask(once);
    assert.deepEqual([replayed.status, replayed.json], [403, { error: { code: "code-used" } }]);
    assert.equal(one.stale, before + 1);
    assert.notEqual(codeOf(one), once, "another code is ready");
    for (const wrong of ["", once.slice(1), 1, null, ["x"], { a: 1 }])
      assert.ok((await ask(wrong)).status >= 400);
    assert.equal((await call(one, "GET", "/api/state", undefined, { token })).status, 200);
  });

  it("does not lock out the right code after any number of wrong ones", async () => {
    const tries = await Promise.all(
      Array.from({ length: 60 }, () =>
        call(one, "POST", "/api/session", { once: "wrong" }, { token: "" }),
      ),
    );
    assert.ok(tries.every(({ status }) => status === 403 || status === 429));
    const right = await call(one, "POST", "/api/session", { once: codeOf(one) }, { token: "" });
    assert.equal(right.status, 200);
  });

  it("has a fixed list of places, whatever a path is written like", async () => {
    for (const path of [
      "/../../etc/passwd",
      "/..%2f..%2fetc%2fpasswd",
      "/%2e%2e/%2e%2e/etc/passwd",
      "/....//....//etc/passwd",
      "/..\\..\\windows\\win.ini",
      "//etc/passwd",
      "/./",
      "/index.html",
      "/api/../",
      "/api/state/",
      "/API/state",
      "/api/state%00",
      "/api/state;x",
      "/?x=1",
      "/package.json",
      "/.cache/page/page.json",
      "/constructor",
      "/__proto__",
      "/C:/Windows/win.ini",
      "/?/../x",
    ]) {
      const { status, text } = await call(one, "GET", path);
      assert.ok(status === 404 || status === 400, `${path}: ${status}`);
      assert.doesNotMatch(text, /root:|doctype/, path);
    }
    for (const name of ["../x", "/etc/passwd", "..%2f", "__proto__", "", "bankpay-transfer"]) {
      const { status } = await call(one, "GET", `/api/guide?name=${encodeURIComponent(name)}`);
      assert.ok(status === 404 || status === 400, name);
    }
    assert.equal((await call(one, "GET", "/api/guide?name=bankpay-transfer@2018.11")).status, 200);
  });

  it("refuses every other method and form of request", async () => {
    const head = (line: string, more = "") =>
      `${line}\r\nHost: 127.0.0.1:${one.port}\r\nAuthorization: Bearer ${one.token}\r\n${more}Connection: close\r\n\r\n`;
    for (const [text, status] of [
      [head("GET http://127.0.0.1/ HTTP/1.1"), 400],
      [head("GET http://evil.example/api/state HTTP/1.1"), 400],
      [head("OPTIONS /api/state HTTP/1.1", "Origin: http://evil.example\r\n"), 405],
      [head("OPTIONS * HTTP/1.1"), 405],
      [head("DELETE /api/state HTTP/1.1"), 405],
      [head("PUT /api/state HTTP/1.1"), 405],
      [head("TRACE / HTTP/1.1"), 405],
      [head("GET / HTTP/1.0"), 505],
      [head("GET / HTTP/2.0"), 505],
      [head("GET / HTTP/1.1", "Host: evil.example\r\n"), 400],
      [head("GET / HTTP/1.1", "Authorization: Bearer x\r\n"), 400],
      [head("GET / HTTP/1.1", "Content-Length: 3\r\n"), 400],
      [head("GET / HTTP/1.1", "Transfer-Encoding: chunked\r\n"), 400],
      [head("POST /api/undo HTTP/1.1", "Expect: 100-continue\r\nContent-Length: 9\r\n"), 417],
      [head("POST /api/undo HTTP/1.1", "Expect: else\r\nContent-Length: 9\r\n"), 417],
      ["GET / HTTP/1.1\r\n\r\n", 400],
    ] as const) {
      const got = await raw(one.port, text);
      assert.match(got, new RegExp(`^HTTP/1\\.1 ${status} `), text);
      assert.doesNotMatch(got, /access-control/i);
    }
    for (const text of [
      head("CONNECT evil.example:443 HTTP/1.1"),
      head("GET / HTTP/1.1", "Upgrade: websocket\r\n").replace("close", "Upgrade"),
    ])
      assert.doesNotMatch(await raw(one.port, text), /^HTTP\/1\.1 [12]/, text);
    assert.ok(await answers(one));
  });
});
