import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { runInNewContext } from "node:vm";
import type { OpeningRequest } from "../../src/firewall/opening.ts";
import { writers } from "../../src/firewall/write/index.ts";
import type { Written } from "../../src/firewall/write/writer.ts";
import { largeRequest, requests } from "./_requests.ts";

const path = `${process.env.PATH}:/usr/sbin:/sbin`;
const isRoot = process.getuid?.() === 0;
let folder = "";

/** A shell in a network of its own, where loaded rules harm nobody. */
function inNetwork(script: string): string {
  const found = spawnSync("unshare", ["-n", "sh", "-euc", script], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PATH: path },
  });
  assert.equal(found.status, 0, `${script}\n${found.stdout}${found.stderr}`);
  return found.stdout;
}

function without(...tools: string[]): string | false {
  if (!isRoot) return "needs root";
  const missing = tools.filter(
    (tool) => !path.split(":").some((part) => existsSync(join(part, tool))),
  );
  return missing.length > 0 ? `needs ${missing.join(", ")}` : false;
}

function written(id: string, request: OpeningRequest): Written {
  const found = writers[id]!.write(request);
  for (const { name, text } of [...found.add, ...found.remove])
    writeFileSync(join(folder, name), text);
  return found;
}

const all = () => Object.values({ ...requests(), large: largeRequest(2000) });

before(() => {
  folder = mkdtempSync(join(tmpdir(), "jochi-write-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe("nft", { skip: without("nft", "unshare") }, () => {
  const forward =
    "nft add table inet filter; nft add chain inet filter forward " +
    "'{ type filter hook forward priority 0; policy drop; }'";

  it("loads the chain twice, is jumped to, and loses every trace by the removal", () => {
    for (const request of all()) {
      const { add, remove } = written("nftables", request);
      const chain = add[0]!.name.replace(".nft", "").replaceAll("-", "_");
      const out = inNetwork(
        `${forward}; nft list ruleset >before; nft -f ${add[0]!.name}
         nft insert rule inet filter forward jump ${chain}; nft -f ${add[0]!.name}
         nft list chain inet filter ${chain}
         sh ${remove[0]!.name}; nft list ruleset >after; cmp before after`,
      );
      const rules = out.split("\n").filter((line) => line.includes("ct state new"));
      assert.ok(rules.length >= 4, out);
    }
  });

  it("loads the standalone file twice, and its removal twice", () => {
    for (const request of all()) {
      const { add, remove } = written("nftables", request);
      const out = inNetwork(
        `nft -c -f ${add[1]!.name}; nft -f ${add[1]!.name}; nft -f ${add[1]!.name}
         nft -f ${remove[1]!.name}; nft -f ${remove[1]!.name}; nft list ruleset`,
      );
      assert.equal(out, "");
    }
  });
});

describe("iptables", {
  skip: without("iptables-nft-restore", "iptables-legacy-restore", "unshare"),
}, () => {
  it("takes the files, both ways of it", () => {
    for (const request of all()) {
      for (const { name } of written("iptables", request).add) {
        if (!name.endsWith(".rules")) continue;
        const command = name.includes("-ipv6") ? "ip6tables" : "iptables";
        inNetwork(
          `${command}-nft-restore --test --noflush ${name}
             ${command}-legacy-restore --test --noflush ${name}`,
        );
      }
    }
  });

  it("has the same rules from the commands as from the file, and none after the removal", () => {
    for (const [at, request] of Object.values(requests()).entries()) {
      const { add, remove } = written("iptables", request);
      const script = add.at(-1)!.name;
      const save = "iptables-nft-save | grep -v '^#'";
      const [file, commands, removed] = ["file", "commands", "removed"].map((n) => `${n}${at}`);
      inNetwork(`iptables-nft-restore --noflush ${add[0]!.name}; ${save} >${file}`);
      inNetwork(
        `iptables() { iptables-nft "$@"; }; ip6tables() { ip6tables-nft "$@"; }
           . ./${script}; . ./${script}; ${save} >${commands}; cmp ${file} ${commands}
           . ./${remove[0]!.name}; ${save} >${removed}; ! grep JOCHI ${removed}`,
      );
    }
  });
});

describe("squid", { skip: without("squid", "unshare") }, () => {
  it("understands every line", () => {
    for (const request of all()) {
      const [file] = written("squid", request).add;
      const out = inNetwork(`ip link set lo up; squid -k parse -f ${file!.name} 2>&1`);
      const [, read = ""] = out.split("Processing Configuration File");
      assert.match(read, /http_access allow/);
      assert.doesNotMatch(read, /\| (ERROR|FATAL|WARNING)|aclIpParse/, out);
    }
  });
});

describe("shells", { skip: without("bash") }, () => {
  it("understand every script", () => {
    for (const [id, writer] of Object.entries(writers)) {
      const { add, remove } = writer.write(requests().mixed);
      for (const { name, text } of [...add, ...remove]) {
        if (!name.endsWith(".sh")) continue;
        const shell = text.startsWith("#!/bin/bash") ? "bash" : "sh";
        const { status, stderr } = spawnSync(shell, ["-n"], { input: text, encoding: "utf8" });
        assert.equal(status, 0, `${id} ${name}: ${stderr}`);
      }
    }
  });
});

describe("a browser's PAC", () => {
  type Find = (url: string, host: string) => string;

  function finder(text: string): Find {
    const context: { FindProxyForURL?: Find } = {};
    runInNewContext(text.replace('serviceWay = "DIRECT"', 'serviceWay = "PROXY a:1"'), context);
    return context.FindProxyForURL!;
  }

  it("sends the service's hosts and ports its way, and nothing else", () => {
    const { add, remove } = writers.pac!.write(requests().mixed);
    const find = finder(add[0]!.text);
    for (const [url, host, way] of [
      ["https://web.example.kr/a?b=http://c:80", "web.example.kr", "PROXY a:1"],
      ["https://WEB.example.kr/", "WEB.example.kr", "PROXY a:1"],
      ["https://web.example.kr:8005/", "web.example.kr", "PROXY a:1"],
      ["https://me:8005@web.example.kr/", "web.example.kr", "PROXY a:1"],
      ["https://web.example.kr:8011/", "web.example.kr", "DIRECT"],
      ["http://web.example.kr/", "web.example.kr", "DIRECT"],
      ["https://a.b.cdn.example.kr/", "a.b.cdn.example.kr", "PROXY a:1"],
      ["https://cdn.example.kr/", "cdn.example.kr", "DIRECT"],
      ["https://evilcdn.example.kr/", "evilcdn.example.kr", "DIRECT"],
      ["https://[2001:db8::1]:443/", "2001:db8::1", "DIRECT"],
    ] as const)
      assert.equal(find(url, host), way, url);
    assert.equal(finder(remove[0]!.text)("https://web.example.kr/", "web.example.kr"), "DIRECT");
  });

  it("is written as the oldest engines want it", () => {
    const { text } = writers.pac!.write(requests().printed).add[0]!;
    const code = text.replace(/^\s*\/\/.*$/gm, "");
    assert.doesNotMatch(
      code,
      /=>|\b(let|const|class)\b|`|\.(startsWith|endsWith|includes)\(|,\s*[\])}]/,
    );
  });
});
