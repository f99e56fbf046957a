import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bracesOf } from "./juniper/stage/braces.ts";
import { objects, pc, read, withPolicy } from "./juniper/stage/sample.ts";
import { juniperSrx } from "./juniper-srx.ts";
import { ask } from "./stage/ask.ts";
import { refusalOf } from "./stage/refusal.ts";

describe("juniper-srx", () => {
  it("reads a configuration in braces with all that may stand in it", () => {
    const policy = read(`admin@fw> show configuration
## Last commit: 2024-01-01 00:00:00 UTC by admin
version 21.4R3;
/* written by hand { */
security {
    policies {
        inactive: from-zone trust to-zone dmz {
            policy off { match { source-address any; destination-address any; application any; } then { permit; } }
        }
        from-zone trust to-zone untrust {
            inactive: policy away {
                match { source-address any; destination-address any; application any; }
                then { deny; }
            }
            /* the bank */
            policy bank {
                description "a } in words; # and ; more";
                match {
                    source-address any; ## any
                    destination-address [ 
                        bank
                        bank2 ];
                    inactive: source-identity staff;
                    application [ junos-https pay ];
                }
                then {
                    permit;
                    log { session-close; }
                }
            }
        }
    }
    address-book {
        global {
            address bank 203.0.113.7/32;
            address bank2 {
                description "the other";
                203.0.113.8/32;
            }
        }
    }
}
applications {
    application pay { protocol tcp; destination-port 7443; }
}
firewall {
    family inet {
        filter edge { term 1 { then accept; } }
    }
}

{primary:node0}
admin@fw>
`);
    assert.equal(ask(policy, `${pc} tcp 443 [trust > untrust]`), "permit 16");
    assert.equal(ask(policy, "10.20.1.5 > 203.0.113.8 tcp 7443 [trust > untrust]"), "permit 16");
    assert.equal(ask(policy, `${pc} tcp 80 [trust > untrust]`), "deny 0");
    assert.equal(ask(policy, `${pc} tcp 80 [trust > dmz]`), "deny 0");
    assert.deepEqual(policy.notUnderstood, [{ line: 48, what: "firewall filter" }]);
  });

  it("reads a part of a configuration", () => {
    const inner = `from-zone a to-zone b { policy p { match { source-address any;
      destination-address any; application junos-ldap; } then { permit; } } }`;
    for (const text of [inner, `policies { ${inner} }`, `security { policies { ${inner} } }`]) {
      assert.equal(ask(read(text), `${pc} tcp 389 [a > b]`), "permit 1");
    }
  });

  it("is not put off by a banner, and says so", () => {
    const banner = "*** { authorised; users only } ***";
    const text = withPolicy({});
    const packet = `${pc} tcp 1 [trust > untrust]`;
    const set = read(`*** authorised users only ***\n${text}`);
    assert.match(ask(set, packet), /^permit \d+$/);
    assert.deepEqual(set.notUnderstood, [{ line: 1, what: "***" }]);
    const braces = read(`*** authorised users only ***\n${bracesOf(text)}`);
    assert.match(ask(braces, packet), /^permit \d+$/);
    assert.deepEqual(braces.notUnderstood, [{ line: 1, what: "***" }]);
    const login = read(`${text}set system login message "${banner}"\n`);
    assert.match(ask(login, packet), /^permit \d+$/);
    const paged = read(text.replace("set security policies", "--(more)-- set security policies"));
    assert.match(ask(paged, packet), /\(match\)/);
  });

  it("knows which zone addresses are in", () => {
    const { attachments } = read(withPolicy({}));
    const found = attachments.map(({ name, addresses }) => [name, ...addresses.v4]);
    assert.deepEqual(found, [
      ["trust", 0x0a140000, 0x0a14ffff],
      ["untrust", 0xc6336400, 0xc6336403],
      ["untrust", 0, 0xffffffff],
      ["trust", 0x0a630000, 0x0a63ffff],
    ]);
  });

  it("puts every rule in doubt where lines were moved", () => {
    const text = withPolicy({
      also: "insert security policies from-zone trust to-zone untrust policy p before policy q",
    });
    const found = ask(read(text), `${pc} tcp 1 [trust > untrust]`);
    assert.match(found, /^permit \d+ \(match\) \| unclear \d+ \(match\) \| deny 0$/);
  });

  it("recognises its own and nothing else", () => {
    assert.equal(juniperSrx.recognise(objects), 1);
    assert.ok(juniperSrx.recognise("## Last commit\nversion 21.4R3;\nsecurity {\n") > 0.8);
    assert.equal(juniperSrx.recognise("config firewall policy\n edit 1\n set action accept"), 0);
    assert.equal(juniperSrx.recognise("set rulebase security rules a from trust"), 0);
    assert.equal(juniperSrx.recognise("rulebase {\n  security {\n    rules {\n"), 0);
    assert.equal(juniperSrx.recognise("crypto map m 1\n set security-association lifetime"), 0);
    assert.equal(juniperSrx.recognise("table inet filter {\n chain forward {\n"), 0);
  });
});

const errorOf = (text: string, list?: string) => refusalOf(() => read(text, list));

describe("juniper-srx: what is no configuration", () => {
  const whole = bracesOf(withPolicy({}));
  const table: [title: string, text: string, expected: string][] = [
    ["NUL", "set security\n\0", "firewall.config.binary 2"],
    ["a line without end", `\n${"x".repeat(2 ** 20 + 1)}`, "firewall.config.long-line 2"],
    ["an open brace", "security {\n policies {\n", "firewall.config.truncated 2"],
    ["one brace too many", "security {\n}\n}\n", "firewall.config.truncated 3"],
    ["an open comment", "security {\n /* a\n}\n", "firewall.config.truncated 2"],
    ["an open quote", 'security {\n a "b;\n}\n', "firewall.config.truncated 2"],
    ["an open list", "security {\n a [ b\n", "firewall.config.truncated 2"],
    ["an open statement", "security {\n a\n}\n", "firewall.config.truncated 2"],
    ["no policies", objects, "firewall.config.empty 0"],
    ["nothing", "", "firewall.config.empty 0"],
  ];
  for (const [title, broken, expected] of table) {
    it(title, () => assert.equal(errorOf(broken), expected));
  }

  it("fails cleanly wherever the file is cut", () => {
    for (let length = 0; length < whole.length; length += 31) {
      assert.match(errorOf(whole.slice(0, length)), /^(none|firewall\.config\.(truncated|empty))/);
    }
  });

  it("is more than can be numbered", () => {
    const sets = Array.from({ length: 66_000 }, (_, at) => {
      return `set security nat static rule-set r${at} rule x then static-nat prefix 10.0.0.1`;
    });
    const text = `${withPolicy({})}${sets.join("\n")}`;
    assert.equal(errorOf(text), "firewall.config.too-large 0");
  });

  it("survives wildcards in wildcards", () => {
    const groups = Array.from({ length: 100 }, (_, at) => {
      const group = `set groups g${at} security policies from-zone <*> to-zone <*> policy <*>`;
      return `set apply-groups g${at}\n${group} match <*> <*> <*>`;
    });
    const many = Array.from({ length: 5_000 }, (_, at) => {
      return `set security policies from-zone trust to-zone untrust policy q${at} match x y z`;
    });
    const policy = read([...groups, withPolicy({}), ...many].join("\n"));
    assert.match(ask(policy, `${pc} tcp 1 [trust > untrust]`), /^permit \d+ \(match\) \| /);
  });

  it("survives braces in braces without end", () => {
    const deep = "a {\n".repeat(40_000) + "}\n".repeat(40_000);
    assert.equal(errorOf(deep), "firewall.config.empty 0");
    const grouped = `groups { g { security { ${deep} } } } apply-groups g; security { ${deep} }`;
    assert.equal(errorOf(grouped), "firewall.config.empty 0");
  });
});

describe("juniper-srx: parts of a device", () => {
  const policy = (where: string) =>
    ["match source-address any", "match destination-address any", "match application any"]
      .concat("then permit")
      .map((line) => `set ${where}security policies from-zone a to-zone b policy p ${line}`)
      .join("\n");

  it("takes the only one that has policies, or the one that is named", () => {
    const one = `set system host-name x\n${policy("logical-systems ls1 ")}\n`;
    assert.equal(ask(read(one), `${pc} tcp 1 [a > b]`), "permit 2");
    const two = `${one}${policy("tenants t1 ")}\n${policy("")}\n`;
    assert.equal(errorOf(two), "firewall.config.which-list 0 root, ls1, t1");
    assert.equal(errorOf(two, "none"), "firewall.config.which-list 0 root, ls1, t1");
    assert.equal(ask(read(two, "t1"), `${pc} tcp 1 [a > b]`), "permit 6");
    assert.equal(ask(read(two, "root"), `${pc} tcp 1 [a > b]`), "permit 10");
  });
});
