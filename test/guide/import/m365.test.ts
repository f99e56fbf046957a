import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { flowsOf } from "../../../src/firewall/flow.ts";
import { m365 } from "../../../src/guide/import/m365.ts";
import { lintGuide } from "../../../src/guide/lint.ts";
import { loadGuide } from "../../../src/guide/load.ts";
import { program, read } from "../../house/_source.ts";
import { publishedList } from "./published-list.ts";

const day = "2026-11-20";
const today = "2026-11-26";
const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const pretty = (value: unknown) => JSON.stringify(value, null, 2);
const importOf = (text: string) => m365.read(text, { file: "list.json", day });

function folderOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "jochi-import-"));
  folders.push(folder);
  for (const file of importOf(text).files) writeFileSync(join(folder, file.name), file.text);
  return folder;
}

/** Kind and line of every note, with the text that stands in that line of the list. */
function notesOf(text: string): [string, string][] {
  const lines = text.split("\n");
  return importOf(text).notes.map(({ kind, line }) => [kind, lines[line - 1]!.trim()]);
}

const special = pretty(publishedList(0));

test("a list becomes a guide in which lint finds no error and no warning", () => {
  const { problems } = lintGuide(folderOf(special), { today });
  assert.deepEqual(
    problems.filter(({ severity }) => severity !== "info"),
    [],
  );
});

test("every published host, address and port is in the guide, with what the list says about it", () => {
  const guide = loadGuide(folderOf(special), { cache: false });
  const flows = flowsOf(guide).map(
    ({ host, address, port, protocol, required }) =>
      `${host} ${address ?? "-"} ${port} ${protocol}${required ? "" : " optional"}`,
  );
  const mail = ["198.51.100.0/28", "203.0.113.7/32", "2001:db8:1::/48"];
  const at = (host: string, ports: string[]) =>
    mail.flatMap((address) => ports.map((port) => `${host} ${address} ${port}`));
  const web = ["80 http", "443 https"];
  assert.deepEqual(flows, [
    ...at("mail.example.com", [...web, "443 udp"]),
    ...at("post.example.com", [...web, "443 udp"]),
    ...at("post.example.com", ["143 tcp optional", "587 tcp optional", "993 tcp optional"]),
    ...at("smtp.example.com", ["143 tcp optional", "587 tcp optional", "993 tcp optional"]),
    "* 198.51.100.64/26 3478-3481 udp",
    "* 2001:db8:2::/48 3478-3481 udp",
    ...web.map((port) => `*.mail.example.com - ${port}`),
    ...web.map((port) => `*.tenants.example.com - ${port}`),
    ...web.map((port) => `*.notes.example.com - ${port}`),
    ...web.map((port) => `mail.example.com - ${port} optional`),
    ...web.map((port) => `*.sites.example.com - ${port} optional`),
  ]);
  assert.deepEqual(
    guide.groups.map(({ id }) => id),
    ["mail-optimize", "mail-allow", "calls-optimize", "mail-default", "common-default"],
  );
  const notes = guide.endpoints.flatMap(({ host, note }) => (note ? [[host, note.en]] : []));
  assert.deepEqual(notes, [
    ["post.example.com", "The list says: Other mail clients, such as: IMAP"],
    ["smtp.example.com", "The list says: Other mail clients, such as: IMAP"],
    [
      "*.tenants.example.com",
      "The list has autodiscover.*.tenants.example.com; here it is written more widely.",
    ],
    ["*.notes.example.com", "The list has *cdn.notes.example.com; here it is written more widely."],
    [
      "*.sites.example.com",
      "The list has <tenant>-admin.sites.example.com; here it is written more widely.",
    ],
  ]);
  const remedy = guide.remedies.find(({ id }) => id === "exempt-from-inspection");
  assert.deepEqual(remedy?.steps.at(-1)?.names, ["mail.example.com", "post.example.com"]);
});

test("whatever the guide cannot hold as it is published is said, with its line", () => {
  assert.deepEqual(notesOf(special), [
    ["left-out", '"expressRoute": true,'],
    ["nameless", '"ips": ['],
    ["widened", '"autodiscover.*.tenants.example.com",'],
    ["widened", '"*cdn.notes.example.com"'],
    ["repeated", '"*.tenants.example.com",'],
    ["widened", '"<tenant>-admin.sites.example.com"'],
  ]);
});

const broken: [
  name: string,
  change: (record: Record<string, unknown>) => void,
  kind: string,
  at: RegExp,
][] = [
  [
    "a category that nobody knows",
    (one) => Object.assign(one, { category: "Best" }),
    "record",
    /"Best"/,
  ],
  ["a number for a text", (one) => Object.assign(one, { tcpPorts: 443 }), "record", /443/],
  ["no required", (one) => delete one.required, "record", /\{/],
  [
    "a port that cannot be",
    (one) => Object.assign(one, { tcpPorts: "80,99999" }),
    "ports",
    /99999/,
  ],
  ["ports backwards", (one) => Object.assign(one, { tcpPorts: "90-80" }), "ports", /90-80/],
  [
    "no ports",
    (one) => {
      delete one.tcpPorts;
      delete one.udpPorts;
    },
    "portless",
    /\{/,
  ],
  [
    "a URL",
    (one) => Object.assign(one, { urls: ["ok.example.com", "https://a.example.com/x"] }),
    "host",
    /https/,
  ],
  [
    "a star at the end",
    (one) => Object.assign(one, { urls: ["ok.example.com", "example.*"] }),
    "host",
    /example\.\*/,
  ],
  ["everything", (one) => Object.assign(one, { urls: ["ok.example.com", "*"] }), "host", /"\*"/],
  [
    "an address that is none",
    (one) => Object.assign(one, { ips: ["10.0.0.300/24"] }),
    "address",
    /300/,
  ],
  ["every address", (one) => Object.assign(one, { ips: ["0.0.0.0/0"] }), "address", /0\.0\.0\.0/],
  [
    "bits behind a prefix",
    (one) => Object.assign(one, { ips: ["10.0.0.1/24"] }),
    "host-bits",
    /10\.0\.0\.1/,
  ],
  [
    "neither hosts nor addresses",
    (one) => {
      delete one.urls;
      delete one.ips;
    },
    "empty",
    /\{/,
  ],
  ["a number twice", (one) => Object.assign(one, { id: 2 }), "twice-numbered", /\{/],
];

for (const [name, change, kind, at] of broken) {
  test(`it says where there is ${name}, and goes on`, () => {
    const records = structuredClone(publishedList(2)) as Record<string, unknown>[];
    change(records[0]!);
    const text = pretty(records);
    const told = importOf(text).notes.filter((note) => note.kind === kind);
    assert.ok(told.length > 0, JSON.stringify(notesOf(text)));
    assert.ok(
      told.some(({ line }) => at.test(text.split("\n")[line - 1]!)),
      JSON.stringify(told),
    );
    const folder = folderOf(text);
    const { problems } = lintGuide(folder, { today });
    assert.deepEqual(
      problems.filter(({ severity }) => severity === "error"),
      [],
    );
    const marked = loadGuide(folder, { cache: false }).openQuestions ?? [];
    const missing = told.filter(({ severity }) => severity === "error");
    assert.equal(marked.length, missing.length);
  });
}

const refused: [name: string, text: string, line: RegExp][] = [
  ["no JSON", "<html>", /list\.json:1:1: found something that is not JSON/],
  ["half of it", special.slice(0, 500), /list\.json:\d+:1: found something that is not JSON/],
  ["something else", '{"a": 1}', /found a mapping, expected a list of records/],
  ["no records", "[]", /no record that can be read/],
  ["a name twice", '[{"id": 1,\n"id": 2}]', /list\.json:2:1: found "id", expected each name once/],
  ["100,000 open brackets", "[".repeat(100_000), /nesting too deep/],
  ["a million values", `[${"1,".repeat(500_000)}1]`, /values, expected at most/],
  ["more records than a guide holds", pretty(publishedList(2_000)), /expected at most/],
  [
    "a record with thousands of hosts and addresses",
    pretty(publishedList(1, { urls: 1_700, ips: 1_800 })),
    /list\.json:\d+:1: found 9180000 openings .* in record 100, expected at most 20000 in a record/,
  ],
  [
    "records that together open more than a guide holds",
    pretty(publishedList(80, { urls: 40, ips: 150 })),
    /more than 200000 openings .*, expected at most 200000 in all/,
  ],
  [
    "thousands of ports of one host",
    pretty(
      Array.from({ length: 100 }, (_, id) => ({
        ...{ id, serviceArea: "Mail", urls: ["h.example.net"], category: "Allow", required: true },
        tcpPorts: Array.from({ length: 30 }, (_, at) => 1 + 2 * (id * 30 + at)).join(","),
      })),
    ),
    /510 ports of h\.example\.net, expected at most 500/,
  ],
];

for (const [name, text, line] of refused) {
  test(`refuses ${name} in one line`, () => assert.throws(() => importOf(text), line));
}

test("a list that tells its version gives the edition; else the day of its retrieval does", () => {
  const versioned = pretty({ version: "2026103000", endpoints: publishedList(1) });
  assert.equal(importOf(versioned).edition, "2026.10");
  assert.match(importOf(versioned).files[0]!.text, /published: "2026103000"/);
  assert.equal(importOf(special).edition, "2026.11");
  const noMonth = pretty({ version: "2026990000", endpoints: publishedList(1) });
  assert.equal(importOf(noMonth).edition, "2026.11");
  const own = m365.read(special, { file: "list.json", day, id: "ours", edition: "2025" });
  assert.deepEqual([own.id, own.edition], ["ours", "2025"]);
});

test("hosts whose names make the same id get ids of their own", () => {
  const urls = Array.from({ length: 64 }, (_, at) =>
    [...at.toString(2).padStart(6, "0")].reduce(
      (name, bit) => `${name}${bit === "1" ? "-" : "."}a`,
      "w",
    ),
  ).map((name) => `${name}.example.net`);
  const fields = { serviceArea: "Mail", tcpPorts: "80", category: "Allow", required: true };
  const list = [
    { ...fields, id: 1, urls },
    { ...fields, id: 1, tcpPorts: "81", urls },
  ];
  const { endpoints } = loadGuide(folderOf(pretty(list)), { cache: false });
  const ids = endpoints.map(({ id }) => id);
  assert.deepEqual([ids.length, new Set(ids).size], [128, 128]);
  const [first] = ids;
  assert.deepEqual(ids.slice(1, 4), [`${first}-1`, `${first}-1-2`, `${first}-1-3`]);
});

test("the same list gives the same guide, byte for byte", () => {
  const text = pretty(publishedList(40));
  assert.deepEqual(importOf(text), importOf(text));
});

test("the shipped guide is what the importer makes of its list", () => {
  const folder = "guides/microsoft-365/2024.04";
  assert.deepEqual(readdirSync(folder).sort(), [
    "causes.yaml",
    "endpoints.yaml",
    "guide.yaml",
    "programs.yaml",
    "remedies.yaml",
    "symptoms.yaml",
  ]);
  const guide = loadGuide(folder, { cache: false });
  const records = new Set(guide.endpoints.map(({ source }) => source));
  assert.ok(guide.endpoints.length > 200 && records.size > 65);
});

test("no line of code knows of this service outside of its importer", () => {
  const own = /^src\/guide\/import\/m365(\.ts|\/)/;
  const knowing = program().filter(
    (file) => !own.test(file) && /microsoft[- ]?365|office[- ]?365/i.test(read(file)),
  );
  assert.deepEqual(knowing, []);
});
