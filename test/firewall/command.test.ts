import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Verification } from "../../src/firewall/verify/verification.ts";
import { folder } from "../cli/_evidence.ts";
import { run, shell } from "../house/_run.ts";

const where = folder();
const source = "10.20.0.0/16";
/** The rows that are counted here are those of the printed tables. */
const guide = ["--guide", "bankpay-transfer@2018.11"];
const verifying = ["firewall", "verify", ...guide, "--source", source, "--config"];

function put(name: string, content: string | Uint8Array): string {
  const file = join(where, name);
  writeFileSync(file, content);
  return file;
}

const save = (...rules: string[]) => `*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
-A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
${rules.join("\n")}
COMMIT
`;
const open = "-A FORWARD -s 10.20.0.0/16 -p tcp -j ACCEPT";

async function verify(config: string, ...more: string[]) {
  const args = [...verifying, config, "--json", ...more];
  const { code, out, err } = await run(args);
  return { code, err, found: JSON.parse(out) as Verification };
}

describe("jochi firewall verify", () => {
  it("prints the contract: a row for each flow, with the deciding lines and a counterexample", async () => {
    const half =
      "-A FORWARD -s 10.20.0.0/17 -d 203.175.190.200/32 -p tcp -m tcp --dport 443 -j ACCEPT";
    const { code, found } = await verify(put("half.rules", save(half)));
    assert.equal(code, 1);
    assert.equal(found.flows.length, 32);
    const pay = found.flows.find(({ host, port }) => host === "pg.bankpay.or.kr" && port === 443)!;
    assert.equal(pay.verdict, "partly");
    assert.deepEqual(
      pay.decidedBy.map(({ line, text }) => [line, text]),
      [[3, ":FORWARD DROP [0:0]"]],
    );
    assert.deepEqual(pay.counterexample, {
      source: "10.20.128.0",
      sourcePort: 1024,
      address: "203.175.190.200",
      port: 443,
      protocol: "tcp",
    });
    const permitted = pay.parts!.find(({ verdict }) => verdict === "permitted")!;
    assert.deepEqual(permitted.sets[0]!.sources, ["10.20.0.0-10.20.127.255"]);
    assert.deepEqual(permitted.decidedBy[0], {
      line: 6,
      text: half,
      verdict: "permit",
      chain: "filter/FORWARD",
      phase: "open",
    });
    assert.deepEqual(found.excess, []);
  });

  it("ends with 0 where everything needed is permitted, and says what is open beyond", async () => {
    const { code, found } = await verify(put("open.rules", save(open)));
    assert.equal(code, 0);
    assert.ok(found.flows.every(({ verdict }) => verdict === "permitted"));
    assert.equal(found.excess[0]!.line, 6);
    assert.equal(found.excess[0]!.counterexample!.protocol, "tcp");
  });

  it("reads standard input", async () => {
    const file = put("stdin.rules", save(open));
    const line = `./jochi firewall verify --config - --source ${source} ${guide.join(" ")} < ${file}`;
    const { code, out } = await shell(line);
    assert.equal(code, 0);
    assert.match(out, /32개가 모두 허용/);
  });

  it("says what is missing, where it belongs, and that it suffices", async () => {
    const deny = "-A FORWARD -d 203.233.91.0/24 -j DROP";
    const { found } = await verify(put("fix.rules", save(deny, open)), "--fix");
    assert.equal(found.fix!.proved, true);
    assert.equal(found.fix!.places[0]!.line, 6);
    assert.match(found.fix!.text, /203\.233\.91\.35/);
    assert.doesNotMatch(found.fix!.text, /203\.175/);
  });

  it("writes the missing rules alone into a file, which can be loaded as it is", async () => {
    const file = join(where, "missing.rules");
    const config = put("few.rules", save("-A FORWARD -d 203.233.91.0/24 -j DROP", open));
    const { found, err } = await verify(config, "--fix", "--output", file);
    assert.equal(readFileSync(file, "utf8"), found.fix!.text);
    assert.match(err, /missing\.rules/);
  });

  it("judges by the day that is given, and says which it was", async () => {
    const until = "-m time --datestop 2026-11-01T00:00:00 --utc";
    const config = put("ended.rules", save(`-A FORWARD -s 10.20.0.0/16 -p tcp ${until} -j ACCEPT`));
    const on = async (day: string) => (await verify(config, "--today", day)).found;
    const [early, late] = [await on("2026-10-01"), await on("2026-12-01")];
    assert.deepEqual([early.today, late.today], ["2026-10-01", "2026-12-01"]);
    assert.deepEqual(
      [early, late].map(({ flows }) => [...new Set(flows.map(({ verdict }) => verdict))]),
      [["undetermined"], ["denied"]],
    );
    const args = [...verifying, config];
    const { out } = await run([...args, "--today", "2026-12-01", "--lang", "en"]);
    assert.match(out, /as of 2026-12-01/);
  });

  it("tells what is open for certain before what is open perhaps, however much that is", async () => {
    const perhaps = "-A FORWARD -m geoip --src-cc KR -j ACCEPT";
    const certain = "-A FORWARD -d 198.51.100.7/32 -p tcp -m tcp --dport 22 -j ACCEPT";
    const { found } = await verify(put("ranks.rules", save(perhaps, certain)));
    assert.deepEqual(
      found.excess.map(({ line, certainty }) => [line, certainty]),
      [
        [7, "certain"],
        [6, "perhaps"],
      ],
    );
  });

  it("never guesses: what it does not understand makes the flow undetermined and is named", async () => {
    const odd = "-A FORWARD -d 203.233.91.35/32 -m geoip --src-cc KR -j DROP";
    const { found } = await verify(put("odd.rules", save(odd, open)));
    const ldap = found.flows.find(({ port }) => port === 389)!;
    assert.equal(ldap.verdict, "undetermined");
    assert.deepEqual(ldap.decidedBy[0]!.line, 6);
    assert.equal(ldap.decidedBy[0]!.unknown?.code, "geography");
    assert.equal(found.flows.filter(({ verdict }) => verdict === "permitted").length, 31);
  });

  it("without a rule for answers nothing works, and the default is named for them", async () => {
    const config = `*filter\n:FORWARD DROP [0:0]\n${open}\nCOMMIT\n`;
    const { found } = await verify(put("no-answers.rules", config));
    assert.ok(found.flows.every(({ verdict }) => verdict === "denied"));
    assert.equal(found.flows[0]!.decidedBy[0]!.phase, "reply");
  });
});

describe("bad input: one line with the place, exit code 2", () => {
  const good = save(open);
  const cases: [name: string, content: string | Uint8Array, words: RegExp][] = [
    ["truncated", good.slice(0, -8), /끊겼습니다/],
    ["binary", Buffer.concat([Buffer.from(good), Buffer.from([0, 1, 2, 0])]), /글자가 아닌/],
    [
      "cp949",
      Buffer.concat([Buffer.from("*filter\n# "), Buffer.from([0xb9, 0xe6, 0xc8, 0xad])]),
      /2행부터 UTF-8이 아닙니다.*cp949/,
    ],
    ["utf-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good, "utf16le")]), /utf-16/],
    [
      "mixed",
      `${good}access-list out extended permit tcp any any eq 443\naccess-group out in interface inside\n`,
      /\d+행/,
    ],
    ["empty", "", /알 수 없습니다/],
    ["prose", "아무 설정도 아닙니다\n".repeat(10), /알 수 없습니다/],
    [
      "long line",
      `*filter\n:FORWARD DROP [0:0]\n-A FORWARD -m comment --comment "${"x".repeat(3_000_000)}" -j ACCEPT\nCOMMIT\n`,
      /3행/,
    ],
  ];
  for (const [name, content, words] of cases) {
    it(name, async () => {
      const file = put(`bad-${name.replace(" ", "-")}`, content);
      const { code, out, err } = await run([
        "firewall",
        "verify",
        "--config",
        file,
        "--source",
        source,
      ]);
      assert.deepEqual([code, out, err.trimEnd().split("\n").length], [2, "", 1], err);
      assert.match(err, words);
      assert.ok(err.includes(file), err);
    });
  }

  const calls: [args: string[], words: RegExp][] = [
    [["verify"], /--config/],
    [["verify", "--config", "/no/such/file", "--source", source], /ENOENT/],
    [["verify", "--config", where, "--source", source], /일반 파일이 아닙니다/],
    [["verify", "--config", put("x.rules", good)], /--source/],
    [["verify", "--config", put("x.rules", good), "--source", "10.20.0.0/33"], /10\.20\.0\.0\/33/],
    [
      ["verify", "--config", put("x.rules", good), "--source", source, "--vendor", "nokia"],
      /nokia/,
    ],
    [
      ["verify", "--config", put("x.rules", good), "--source", source, "--hook", "sideways"],
      /sideways/,
    ],
    [["rules", "--source", source], /--vendor/],
    [["rules", "--vendor", "nftables", "--source", ""], /--source/],
    [["request", "--format", "hwp", "--source", source], /hwp/],
    [["request", "--format", "pdf", "--source", source], /--output/],
    [["request", "--format", "csv", "--source", source, "--from", "2026-02-30"], /2026-02-30/],
    [["compare", put("x.rules", good)], /둘/],
    [["drift"], /증거/],
    [["verify", "--config", put("x.rules", good), "y", "--source", source], /y/],
    [["flows", "x"], /x/],
    [
      ["verify", "--config", put("x.rules", good), "--source", source, "--today", "2026-13-01"],
      /13/,
    ],
    [
      [
        "verify",
        "--config",
        put("x.rules", good),
        "--source",
        source,
        "--output",
        put("x.rules", good),
      ],
      /덮어쓸/,
    ],
    [["rules", "--vendor", "pf", "--source", source, "--output", put("x.rules", good)], /폴더/],
    [["rules", "--vendor", "pf", "--source", source, "--output", "/proc/none/deeper"], /ENOENT/],
    [["verfy"], /verify/],
    [[], /--help/],
  ];
  for (const [args, words] of calls) {
    it(`firewall ${args.join(" ").replaceAll(where, "…")}`, async () => {
      const { code, out, err } = await run(["firewall", ...args]);
      assert.deepEqual([code, out, err.trimEnd().split("\n").length], [2, "", 1], err);
      assert.match(err, words);
    });
  }
});

describe("jochi firewall compare", () => {
  it("shows what a change opened and closed, and is silent about what it did not", async () => {
    const before = put(
      "before.rules",
      save("-A FORWARD -d 203.233.91.35/32 -p tcp --dport 389 -j ACCEPT"),
    );
    const after = put(
      "after.rules",
      save("-A FORWARD -d 203.233.91.0/24 -p tcp --dport 389 -j ACCEPT"),
    );
    const { code, out } = await run(["firewall", "compare", before, after, "--json"]);
    assert.equal(code, 1);
    const { changes, complete } = JSON.parse(out) as {
      complete: boolean;
      changes: { direction: string; after: { line: number } }[];
    };
    assert.ok(complete);
    assert.deepEqual(
      changes.map(({ direction, after }) => [direction, after.line]),
      [["opened", 6]],
    );
    assert.equal((await run(["firewall", "compare", before, before])).code, 0);
  });
});

describe("jochi firewall request", () => {
  const request = (...args: string[]) =>
    run(["firewall", "request", ...guide, "--source", source, "--applicant", "홍길동", ...args]);

  it("has one row for each row of the printed table", async () => {
    const { code, out } = await request("--format", "csv");
    assert.equal(code, 0);
    assert.equal(out.trim().split("\r\n").length, 1 + 17);
    assert.match(out, /52\.79\.192\.248,"80, 443",TCP/);
  });

  it("asks only for what is missing", async () => {
    const config = put("partly.rules", save("-A FORWARD -d 52.79.0.0/16 -p tcp -j ACCEPT"));
    const { out } = await request("--format", "csv", "--config", config);
    assert.equal(out.trim().split("\r\n").length, 1 + 10);
    const { out: nothing, err } = await request(
      "--format",
      "csv",
      "--config",
      put("all.rules", save(open)),
    );
    assert.equal(nothing, "");
    assert.match(err, /신청할 것이 없습니다/);
  });

  it("writes a file whole", async () => {
    const file = join(where, "request.md");
    const { code } = await request("--format", "md", "--output", file, "--lang", "en");
    assert.equal(code, 0);
    assert.match(readFileSync(file, "utf8"), /Firewall opening request/);
  });
});
