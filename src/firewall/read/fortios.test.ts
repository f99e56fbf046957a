import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { objects, pc, read, withPolicy } from "./fortios/stage/sample.ts";
import { fortios } from "./fortios.ts";
import { ask } from "./stage/ask.ts";
import { refusalOf } from "./stage/refusal.ts";

describe("fortios", () => {
  it("tries policies in the order of the file, not of their numbers", () => {
    const policies = `config firewall policy
      edit 9
        set srcintf any
        set dstintf any
        set srcaddr pcs
        set dstaddr bank
        set service HTTPS
        set schedule always
      next
      edit 2
        set action accept
        set srcintf any
        set dstintf any
        set srcaddr all
        set dstaddr all
        set service ALL
        set schedule always
      next
    end`;
    const policy = read(objects + policies);
    const first = objects.split("\n").length + 1;
    assert.equal(ask(policy, `${pc} tcp 443 [port1 > port2]`), `deny ${first}`);
    assert.equal(ask(policy, `${pc} tcp 444 [port1 > port2]`), `permit ${first + 8}`);
  });

  it("knows where addresses are attached", () => {
    const { text } = withPolicy();
    const routes = `config router static
      edit 1
        set gateway 198.51.100.2
        set device "port2"
      next
      edit 2
        set dst 10.99.0.0 255.255.0.0
        set blackhole enable
      next
      edit 3
        set dst 172.16.0.0 255.240.0.0
        set device "port3"
      next
    end`;
    const { attachments } = read(`${text}${routes}`);
    const v4 = (name: string) =>
      attachments.filter((each) => each.name === name).flatMap(({ addresses }) => addresses.v4);
    assert.deepEqual(
      v4("inside").map((each) => each.toString(16)),
      ["a140000", "a14ffff", "a1e0000", "a1e00ff", "a280000", "a2800ff", "ac100000", "ac1fffff"],
    );
    assert.deepEqual(v4("port2").slice(-2), [0, 2 ** 32 - 1]);
    assert.deepEqual(v4("port1"), []);
  });

  it("is not put off by lines that are none of its own, and says so", () => {
    const { text, line } = withPolicy();
    const before = read(`*** authorised { users } only ***\n${text}`);
    assert.equal(ask(before, `${pc} tcp 443 [port1 > port2]`), `permit ${line + 1}`);
    assert.deepEqual(before.notUnderstood, [{ line: 1, what: "***" }]);
    const paged = read(text.replace("set srcintf", "--More-- set srcintf"));
    const found = ask(paged, `${pc} tcp 443 [port1 > port2]`);
    assert.equal(found, `permit ${line} (match) | deny 0`);
    assert.equal(paged.notUnderstood.length, 1);
  });

  it("keeps a group one object for every policy that names it", () => {
    const one = (number: number) => `edit ${number}
      set srcintf any
      set dstintf any
      set action accept
      set srcaddr desks
      set dstaddr bank banks
      set service web
      set schedule always
    next`;
    const many = Array.from({ length: 50 }, (_, at) => one(at + 1)).join("\n");
    const policy = read(`${objects}config firewall policy\n${many}\nend\n`);
    assert.ok(policy.addressSets.length <= 4, String(policy.addressSets.length));
    assert.ok(policy.portSets.length <= 2, String(policy.portSets.length));
  });

  it("recognises its own and nothing else", () => {
    assert.equal(fortios.recognise(objects), 1);
    assert.ok(fortios.recognise("config firewall policy\n edit 1\n") > 0.9);
    assert.equal(fortios.recognise("set security policies from-zone a to-zone b"), 0);
    assert.equal(fortios.recognise("*filter\n:INPUT ACCEPT [0:0]\n"), 0);
    assert.equal(fortios.recognise("access-list outside extended permit ip any any"), 0);
  });
});

const errorOf = (text: string, list?: string) => refusalOf(() => read(text, list));

describe("fortios: what is no configuration", () => {
  const { text } = withPolicy();
  const table: [title: string, text: string, expected: string][] = [
    ["NUL", `config firewall policy\nedit 1\n\0`, "firewall.config.binary 3"],
    ["a line without end", `\n${"x".repeat(2 ** 20 + 1)}`, "firewall.config.long-line 2"],
    ["an open table", "\nconfig firewall policy\n", "firewall.config.truncated 2"],
    ["an open entry", "config firewall policy\nedit 1\n", "firewall.config.truncated 2"],
    ["an open quote", 'config a\nedit 1\nset x "y\nend\nend', "firewall.config.truncated 3"],
    ["one end too many", "config a\nend\nend\n", "firewall.config.truncated 3"],
    ["no policies", objects, "firewall.config.empty 0"],
    ["nothing", "", "firewall.config.empty 0"],
    ["another vendor's", "access-list a extended permit ip any any\n", "firewall.config.empty 0"],
  ];
  for (const [title, broken, expected] of table) {
    it(title, () => assert.equal(errorOf(broken), expected));
  }

  it("fails cleanly wherever the file is cut", () => {
    for (let length = 0; length < text.length; length += 37) {
      assert.match(errorOf(text.slice(0, length)), /^(none|firewall\.config\.(truncated|empty))/);
    }
  });

  it("doubts what would outgrow memory", () => {
    const hosts = Array.from({ length: 4_000 }, (_, at) => {
      const address = `10.20.${at >> 7}.${2 * (at & 127)}`;
      return `edit h${at}\nset subnet ${address}/32\nnext`;
    });
    const all = hosts.map((_, at) => `h${at}`).join(" ");
    const groups = Array.from({ length: 1_000 }, (_, at) => {
      return `edit g${at}\nset member ${at === 0 ? all : `g0 h${at}`}\nset exclude enable
        set exclude-member h${at}\nnext`;
    });
    const names = groups.map((_, at) => `g${at}`).join(" ");
    const tables = `config firewall address\n${hosts.join("\n")}\nend
      config firewall addrgrp\n${groups.join("\n")}\nend\n`;
    const policy = read(tables + withPolicy(`srcaddr ${names}`).text);
    assert.match(ask(policy, `${pc} tcp 443 [port1 > port2]`), /^permit \d+ \(value\) \| deny 0$/);
  });

  it("survives groups that contain each other in every way", () => {
    const names = Array.from({ length: 120 }, (_, at) => `g${at}`);
    const members = names.join(" ");
    const groups = names.map((name) => `edit ${name}\nset member ${members}\nnext`).join("\n");
    const config = withPolicy('srcaddr "g0"').text;
    const policy = read(`config firewall addrgrp\n${groups}\nend\n${config}`);
    const found = ask(policy, `${pc} tcp 443 [port1 > port2]`);
    assert.match(found, /^permit \d+ \(object-cyclic\) \| deny 0$/);
  });
});

describe("fortios: virtual domains", () => {
  const policies = `config firewall policy
    edit 1
      set srcintf any
      set dstintf any
      set action accept
      set srcaddr all
      set dstaddr all
      set service ALL
      set schedule always
    next
  end`;
  const head = "config vdom\nedit root\nnext\nedit branch\nnext\nend\n";
  const globals = `config global
    config system interface
      edit port1
        set vdom root
        set ip 10.1.0.1 255.255.0.0
      next
      edit port2
        set vdom branch
        set ip 10.2.0.1 255.255.0.0
      next
    end
  end\n`;
  const domain = (name: string, inner: string) => `config vdom\nedit ${name}\n${inner}\nend\n`;

  it("takes the only one that has policies, with its own interfaces", () => {
    const policy = read(`${head}${globals}${domain("root", "")}${domain("branch", policies)}`);
    assert.equal(ask(policy, `${pc} tcp 1 [a > b]`), "permit 26");
    assert.deepEqual(
      policy.attachments.map(({ name }) => name),
      ["port2"],
    );
  });

  it("asks which of several, and takes the one that is named", () => {
    const text = `${head}${globals}${domain("root", policies)}${domain("branch", policies)}`;
    assert.equal(errorOf(text), "firewall.config.which-list 0 root, branch");
    assert.equal(errorOf(text, "other"), "firewall.config.which-list 0 root, branch");
    assert.equal(ask(read(text, "root"), `${pc} tcp 1 [a > b]`), "permit 22");
  });
});
