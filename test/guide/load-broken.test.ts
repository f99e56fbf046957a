import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { GuideError, loadGuide } from "../../src/guide/load.ts";
import { brokenGuide, type Change } from "./broken-guide.ts";
import { failure } from "./failure.ts";

const port = "port: 443, protocol: https";
const schemaErrors: [name: string, change: Change, line: string][] = [
  [
    "a value out of range",
    { file: "endpoints.yaml", from: port, to: "port: 70000, protocol: https" },
    "endpoints.yaml:13:17: endpoints[0].ports[0].port: found 70000, expected at most 65535",
  ],
  [
    "a word outside the list",
    { file: "endpoints.yaml", from: "protocol: https", to: "protocol: htps" },
    'endpoints.yaml:13:32: endpoints[0].ports[0].protocol: found "htps", ' +
      "expected one of: http, https, ldap, tcp, udp",
  ],
  [
    "an unknown key, at the key",
    {
      file: "endpoints.yaml",
      from: "    required: true",
      to: "    requried: true\n    required: true",
    },
    'endpoints.yaml:16:5: endpoints[0]: found "requried", expected known keys only',
  ],
  [
    "a mistyped key, with the one that was meant",
    { file: "endpoints.yaml", from: "    required: true", to: "    requird: true" },
    'endpoints.yaml:16:5: endpoints[0]: found "requird", ' +
      'expected known keys only (did you mean "required"?)',
  ],
  [
    "something missing, at what it is missing from",
    { file: "endpoints.yaml", from: "    host: pay.bank.kr\n", to: "" },
    "endpoints.yaml:8:5: endpoints[0].host: found nothing, expected text",
  ],
  [
    "an edition that YAML takes for a number",
    { file: "guide.yaml", from: '"2026.10"', to: "2026.10" },
    "guide.yaml:3:10: edition: found 2026.1, expected text",
  ],
  [
    "an id that is none",
    { file: "sites.yaml", from: "id: bank", to: "id: Bank Site" },
    'sites.yaml:2:9: sites[0].id: found "Bank Site", expected an id in kebab-case',
  ],
  [
    "an empty list",
    {
      file: "endpoints.yaml",
      from: "\n      - { port: 443, protocol: https }\n      - { port: 389, protocol: ldap }",
      to: " []",
    },
    "endpoints.yaml:12:12: endpoints[0].ports: found a list (0), expected at least 1 entries",
  ],
  [
    "no day",
    { file: "sites.yaml", from: "verifiedOn: 2026-10-01", to: "verifiedOn: 2026-13-01" },
    'sites.yaml:7:17: sites[0].verifiedOn: found "2026-13-01", expected a day YYYY-MM-DD',
  ],
  [
    "no URL",
    { file: "certificates.yaml", from: "https://pay.bank.kr/root.der", to: "root" },
    'certificates.yaml:5:10: certificates[0].url: found "root", expected a URL',
  ],
  [
    "a file that is somewhere else",
    { file: "programs.yaml", from: "file: agent.exe", to: 'file: "..\\\\agent.exe"' },
    'programs.yaml:9:13: programs[0].download.file: found "..\\\\agent.exe", ' +
      "expected a file's name, without folders",
  ],
  [
    "a line of the hosts file that is two",
    {
      file: "remedies.yaml",
      from: "        sites: [bank]",
      to: '        hosts: [{ address: 127.0.0.1, name: "a.kr\\n6.6.6.6 bank.kr" }]',
    },
    'remedies.yaml:9:45: remedies[0].steps[0].hosts[0].name: found "a.kr\\n6.6.6.6 bank.kr", ' +
      "expected a host name or an address",
  ],
  [
    "a site that is a path",
    { file: "sites.yaml", from: 'pattern: "', to: 'pattern: "a\\\\' },
    'sites.yaml:3:14: sites[0].pattern: found "a\\\\*.bank.kr", expected a host name, or *.host',
  ],
];

const yamlErrors: [name: string, change: Change, line: string][] = [
  [
    "a key that stands twice",
    { file: "sites.yaml", from: "    zone: trusted", to: "    zone: trusted\n    zone: trusted" },
    "sites.yaml:5:5: found a key for the second time, expected each key once",
  ],
  [
    "a bracket that never closes",
    { file: "causes.yaml", from: "[trust]", to: "[trust" },
    "causes.yaml:5:5: found Flow sequence in block collection must be sufficiently indented " +
      "and end with a ], expected well-formed YAML",
  ],
  [
    "an alias",
    { file: "causes.yaml", from: "source: paper", to: "source: *p" },
    "causes.yaml:5:13: found *p, expected YAML without aliases",
  ],
  [
    "two documents in one file",
    { file: "causes.yaml", from: "causes:", to: "causes: []\n---\ncauses:" },
    "causes.yaml:2:1: found a second document, expected one document in a file",
  ],
  [
    "a prototype key",
    { file: "causes.yaml", from: "causes:", to: "__proto__: { causes: [] }\ncauses:" },
    'causes.yaml:1:1: found "__proto__", expected known keys only',
  ],
  [
    "an unknown tag",
    { file: "causes.yaml", from: "source: paper", to: "source: !!js/function paper" },
    "causes.yaml:5:13: found Unresolved tag: tag:yaml.org,2002:js/function, " +
      "expected well-formed YAML",
  ],
];

for (const [name, change, line] of [...schemaErrors, ...yamlErrors]) {
  test(`refuses ${name}`, () => assert.equal(failure(brokenGuide(change)), line));
}

const hostileFiles: [name: string, text: string | Buffer, line: string | RegExp][] = [
  ["an empty file", "", "sites.yaml:1:1: found nothing, expected a mapping"],
  ["a list for a mapping", "- 1\n", "sites.yaml:1:1: found a list (1), expected a mapping"],
  ["bytes that are not UTF-8", Buffer.from([0x61, 0xff, 0xfe]), /^sites\.yaml: found bytes/],
  [
    "a file of more than 2 MiB",
    "#".repeat(2 * 1024 * 1024 + 1),
    /found 2097153 bytes, expected at most/,
  ],
  ["100,000 open brackets", "[".repeat(100_000), /^sites\.yaml.*expected well-formed YAML$/],
  ["deep block nesting", "- ".repeat(50_000), /^sites\.yaml/],
  ["an alias bomb", bomb(), /found \*a, expected YAML without aliases$/],
  ["a terminal escape", '"\u001b[31m": 1\n', /^sites\.yaml:1:1: found "\\u001b/],
];

function bomb(): string {
  const lines = ["a: &a [x, x, x, x, x, x, x, x, x]"];
  for (let i = 1; i < 9; i++) {
    const [from, to] = [String.fromCharCode(96 + i), String.fromCharCode(97 + i)];
    lines.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(", ")}]`);
  }
  return `${lines.join("\n")}\n`;
}

test("refuses a pipe without waiting for it", { timeout: 5_000 }, () => {
  const folder = brokenGuide();
  rmSync(join(folder, "sites.yaml"));
  execFileSync("mkfifo", [join(folder, "sites.yaml")]);
  assert.match(failure(folder), /^sites\.yaml: found an unreadable file/);
});

// Seeded, so that a failure comes again.
test("spoiled bytes anywhere give one line or a guide, never a surprise", () => {
  let seed = 20181101;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  const spice = ["\t", ": ", "- ", "{", "[", '"', "'", "&a ", "*a ", "!x ", "|", "#", "\0", "? "];
  const text = readFileSync(join(brokenGuide(), "endpoints.yaml"), "utf8");
  const folder = brokenGuide();
  for (let round = 0; round < 300; round++) {
    const at = random(text.length);
    const spoiled = text.slice(0, at) + spice[random(spice.length)] + text.slice(at + random(8));
    writeFileSync(join(folder, "endpoints.yaml"), spoiled);
    try {
      loadGuide(folder, { cache: false });
    } catch (error) {
      assert.ok(error instanceof GuideError, `round ${round}: ${error}`);
    }
  }
});

for (const [name, text, line] of hostileFiles) {
  test(`refuses ${name} in one line and little time`, { timeout: 10_000 }, () => {
    const folder = brokenGuide();
    writeFileSync(join(folder, "sites.yaml"), text);
    if (typeof line === "string") assert.equal(failure(folder), line);
    else assert.match(failure(folder), line);
  });
}
