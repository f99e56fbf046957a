import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Evidence } from "../../src/evidence/evidence.ts";
import { run } from "../house/_run.ts";
import { command, folder, gather, langs, put } from "./_evidence.ts";
import { steering } from "./_refused.ts";
import { Report } from "./_report.ts";

const where = folder();
const page = join(where, "page.html");

/** A title, a colour, a way back, a new line and a page's script, in one value. */
const hostile = "\u001b]0;x\u0007\u001b[31m\u009b2J\u202e\u2066\u2028\r\n<script>'\"&\u0000\u200b";

/** One world for each part of a report into which evidence may put its own words. */
const worlds = [
  ["tcp.drop", "local.agent-down", "local.hosts-override"],
  ["dns.sinkhole", "tls.intercepted", "http.block-page"],
  ["local.pac-broken", "popup.blocked", "program.outdated"],
  ["ip.drift", "http.redirect", "site.mistyped"],
  ["http.proxy-auth"],
  ["ip.moved-blocked", "tls.wrong-host", "toolbar.present", "browser.unsupported"],
];

/** Every text in a value, by its path. */
function textsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value === "string") return [path];
  if (value === null || typeof value !== "object") return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => textsIn(Reflect.get(value, key), [...path, key]));
}

function replaced(evidence: Evidence, paths: (string | number)[][], value: string): Evidence {
  const copy = structuredClone(evidence);
  for (const path of paths) {
    const holder = path.slice(0, -1).reduce<object>((at, key) => Reflect.get(at, key), copy);
    Reflect.set(holder, path.at(-1)!, value);
  }
  return copy;
}

/** Whether it was judged at all; what was printed must then be harmless. */
async function isHarmless(
  evidence: Evidence,
  what: string,
  spoken: readonly ("ko" | "en")[] = langs,
): Promise<boolean> {
  const file = put(where, "evidence.json", evidence);
  for (const lang of spoken) {
    const text = await command(["--evidence", file, "--html", page], lang);
    if (text.out === "") return false;
    const json = await command(["--evidence", file, "--json"], lang);
    const html = readFileSync(page, "utf8");
    for (const out of [text.out, text.err, json.out, html])
      assert.doesNotMatch(out, steering, what);
    assert.doesNotMatch(html, /<script/, what);
    Report.parse(JSON.parse(json.out));
  }
  return true;
}

describe("words from evidence", () => {
  for (const faults of worlds) {
    it(`steer no terminal and no page: ${faults.join(" + ")}`, async () => {
      const evidence = await gather(faults);
      const accepted: (string | number)[][] = [];
      // One of a kind: the same field of many facts of one probe goes the same way.
      const kinds = Map.groupBy(textsIn(evidence), (path) =>
        [evidence.facts[path[1] as number]?.probe, ...path.slice(2)]
          .filter((key) => typeof key === "string")
          .join("."),
      );
      for (const paths of kinds.values()) {
        const all = replaced(evidence, paths, hostile);
        if (await isHarmless(all, String(paths[0]), ["ko"])) accepted.push(...paths);
      }
      assert.ok(accepted.length > 0, "some texts are free");
      assert.ok(await isHarmless(replaced(evidence, accepted, hostile), "all together"));
    });
  }

  it("are the same words in JSON, however they are written there", async () => {
    const evidence = await gather(["ip.drift"]);
    const address = "10.9.8.7\u202e\u001b[2J";
    const facts = evidence.facts.map((fact) =>
      fact.probe === "resolve" && (fact.fact as { ok: boolean }).ok
        ? { ...fact, fact: { ok: true, addresses: [address], ms: 1 } }
        : fact,
    );
    const file = put(where, "evidence.json", { ...evidence, facts });
    const { out } = await run(["diagnose", "--evidence", file, "--json"]);
    const { endpoints } = Report.parse(JSON.parse(out));
    assert.ok(endpoints.some((row) => row.address === address));
    assert.doesNotMatch(out, steering);
  });
});

describe("more than the guide asks for", () => {
  it("rows that the guide does not have change nothing", async () => {
    const evidence = await gather(["tcp.drop"]);
    const given = { host: "x.example", address: "192.0.2.1", port: 80, protocol: "http" };
    const tcp = { outcome: "timeout", attempts: 3, ms: 900 };
    const more = { probe: "row", with: given, at: 1, ms: 900, fact: { tcp } };
    const plain = await command(["--evidence", put(where, "a.json", evidence), "--json"]);
    const facts = [more, ...evidence.facts];
    const file = put(where, "b.json", { ...evidence, facts });
    assert.deepEqual(await command(["--evidence", file, "--json"]), plain);
  });

  it("as many facts as there may be end in a report", async () => {
    const evidence = await gather(["tcp.drop"]);
    const rows = evidence.facts.filter(({ probe }) => probe === "row");
    const names = evidence.facts.filter(({ probe }) => probe === "resolve");
    const many = Array.from({ length: 5_000 - evidence.facts.length }, (_, at) => {
      const [row, name] = [rows[at % rows.length]!, names[at % names.length]!];
      const address = `198.18.${at >> 8}.${at & 255}`;
      return at % 2 === 0
        ? { ...row, with: { ...row.with, address } }
        : { ...name, with: { ...name.with, server: address } };
    });
    const file = put(where, "many.json", { ...evidence, facts: [...evidence.facts, ...many] });
    const { code, err } = await run(["diagnose", "--evidence", file, "--json"]);
    assert.deepEqual([code, err], [1, ""]);
  });
});
