import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { errorOf, judge, policyOf, rule } from "./panos/stage/judge.ts";
import { panos } from "./panos.ts";

const marked = `<?xml version="1.0"?>
<config version="10.2.0" urldb="paloaltonetworks">
  <devices><entry name="localhost.localdomain"><vsys><entry name="vsys1">
    <address><entry name="pay &amp; go"><ip-netmask>203.0.113.7</ip-netmask></entry></address>
    <rulebase><security><rules>
      <entry
          name="to the bank" uuid="0d2c8f4e">
        <to><member>untrust</member></to><from><member>trust</member></from>
        <source><member>any</member></source><destination><member>pay &amp; go</member></destination>
        <application><member>any</member></application>
        <!-- <service><member>any</member></service> -->
        <service><member>service-https</member></service><action>allow</action>
        <description><![CDATA[<disabled>yes</disabled>]]></description>
      </entry>
    </rules></security></rulebase>
  </entry></vsys></entry></devices>
</config>
`;

const braced = `address {
  "pay & go" {
    ip-netmask 203.0.113.7;
  }
}
rulebase {
  security {
    rules {
      "to the bank" {
        from trust;
        to [ untrust
             dmz ];
        source any;
        destination "pay & go";
        application any;
        service service-https;
        action allow;
        description "says \\"x\\"; and goes
on";
      }
    }
  }
}
`;

const running = `"to the bank; index: 1" {
        from trust;
        source 10.20.0.0/16;
        source-region none;
        to untrust;
        destination [ 203.0.113.7 198.51.100.0/24 ];
        destination-region none;
        user any;
        category any;
        application/service  [ 0:any/tcp/any/443 1:any/tcp/1024-65535/8443 ];
        action allow;
        icmp-unreachable: no
        terminal yes;
}

"all apps; index: 2" {
        from trust;
        source any;
        source-region none;
        to untrust;
        destination any;
        destination-region none;
        user any;
        category any;
        application/service  [ 0:any/tcp/any/80 1:ssl/tcp/any/22 ];
        action deny;
        icmp-unreachable: no
        terminal yes;
}
"intrazone-default; index: 3" {
        from any;
        to any;
        action deny;
        terminal no;
}
`;

describe("forms of a PAN-OS configuration", () => {
  it("reads XML, with the line of the entry", () => {
    const policy = policyOf(marked);
    assert.equal(judge(policy), "permit 6");
    assert.equal(judge(policy, { service: "tcp/80" }), "deny 0");
    assert.equal(judge(policy, { destination: "203.0.113.8" }), "deny 0");
  });

  it("reads XML of one line, behind a prompt, and as the API answers", () => {
    const one = marked.replaceAll("\n", " ").replace('<?xml version="1.0"?>', "");
    assert.equal(judge(policyOf(one)), "permit 1");
    const large = one.replace("<!--", `<!-- ${"x".repeat(1 << 21)}`);
    assert.equal(judge(policyOf(large)), "permit 1");
    assert.equal(judge(policyOf(`admin@PA-220> show config running\n\n${one}`)), "permit 3");
    const answer = `<response status="success"><result>${one}</result></response>`;
    assert.equal(judge(policyOf(answer)), "permit 1");
    const [part] = /<rules>[\s\S]*<\/rules>/.exec(one)!;
    assert.equal(judge(policyOf(part)), "deny 0, permit 1 object-missing");
  });

  it("trusts neither of two entries of one name", () => {
    const [entry] = /<entry\s+name="to the bank"[\s\S]*?<\/entry>/.exec(marked)!;
    const twice = marked.replace(entry, entry + entry.replace("service-https", "any"));
    assert.equal(judge(policyOf(twice)), "deny 0, permit 6 match");
  });

  it("reads braces, lists and strings over lines included", () => {
    const policy = policyOf(braced);
    assert.equal(judge(policy, { to: "dmz" }), "permit 9");
    assert.equal(judge(policy, { service: "tcp/80" }), "deny 0");
    assert.deepEqual(policy.notUnderstood, []);
    const rules = braced.slice(braced.indexOf("rules {"), -"  }\n}\n".length);
    assert.equal(judge(policyOf(rules)), "deny 0, permit 2 object-missing");
    const entries = braced.slice(braced.indexOf('"to the bank"'), -"    }\n  }\n}\n".length);
    assert.equal(judge(policyOf(entries)), "deny 0, permit 1 object-missing");
  });

  it("keeps a broken statement where it stands", () => {
    const broken = braced.replace("service service-https;", "service service-https\n  *** 3");
    const policy = policyOf(broken);
    assert.deepEqual(
      policy.notUnderstood.map(({ line }) => line),
      [16, 17],
    );
    assert.equal(judge(policy), "deny 0, permit 9 match");
  });

  it("reads what show running security-policy prints", () => {
    const policy = policyOf(running);
    assert.deepEqual(policy.notUnderstood, []);
    assert.equal(judge(policy), "permit 1");
    assert.equal(judge(policy, { source: "10.21.0.1" }), "deny 0");
    assert.equal(judge(policy, { service: "tcp/8443" }), "permit 1");
    assert.equal(judge(policy, { service: "tcp/8443", sourcePort: 1000 }), "deny 0");
    assert.equal(judge(policy, { service: "tcp/22" }), "deny 0, deny 16 application");
    assert.equal(judge(policy, { service: "tcp/22", to: "trust" }), "deny 30");
  });

  it("is recognised in every form, and others are not", () => {
    for (const text of [marked, braced, running, rule("r"), `***\n# x\n${rule("r")}`]) {
      assert.ok(panos.recognise(text) > 0.8, text.slice(0, 40));
    }
    for (const text of [
      "set security policies from-zone trust to-zone untrust policy p match source-address any",
      "security {\n policies {\n from-zone trust to-zone untrust {\n",
      "config firewall policy\n edit 1\n set srcintf port1\n next\nend",
      "*filter\n:INPUT DROP [0:0]\n-A INPUT -j ACCEPT\nCOMMIT",
      "table inet filter {\n chain input {\n type filter hook input priority 0; policy drop;\n }\n}",
      "access-list outside extended permit tcp any any eq 443",
      '{"SecurityGroups": []}',
      "<html><body>x</body></html>",
      "",
    ]) {
      assert.equal(panos.recognise(text), 0, text.slice(0, 40));
    }
  });
});

describe("commands of PAN-OS", () => {
  it("come in lists, one by one, with CRLF, comments, prompts and strings over lines", () => {
    const text = [
      "# written by hand",
      "",
      'set deviceconfig system login-banner "*** no entry ***',
      'for anyone who says "please" here ***"',
      "admin@PA-220# set rulebase security rules r from trust",
      "set rulebase security rules r to [untrust dmz]",
      "set rulebase security rules r source any",
      "set rulebase security rules r destination [ 203.0.113.7",
      "set rulebase security rules r application any",
      "set rulebase security rules r service service-http",
      "set rulebase security rules r service service-https",
      "  set  rulebase security rules r action\tallow",
    ].join("\r\n");
    const policy = policyOf(text);
    assert.equal(judge(policy), "permit 5");
    assert.equal(judge(policy, { service: "tcp/80" }), "permit 5");
    assert.equal(judge(policy, { to: "dmz" }), "permit 5");
    assert.equal(judge(policy, { destination: "203.0.113.8" }), "deny 0, permit 5 object-missing");
    assert.deepEqual(
      policy.notUnderstood.map(({ line }) => line),
      [8],
    );
  });

  it("void nothing else where they are not understood", () => {
    const banner = [
      'set mgt-config banner "***',
      "<b>no entry</b> *** {",
      "exit",
      "set frobnicate 3",
    ];
    const policy = policyOf([...banner, rule("r"), "configure"].join("\n"));
    assert.equal(judge(policy), "permit 5");
    assert.deepEqual(
      policy.notUnderstood.map(({ line }) => line),
      [1, 2, 3, 4, 6],
    );
  });

  it("that are cut off leave their rule in doubt", () => {
    const whole = rule("r", { service: "service-https" });
    for (const cut of ["acti", 'description "x', "quantum", "target devices 1"]) {
      const text = `${whole}\nset rulebase security rules r ${cut}`;
      const expected = cut.startsWith("desc") ? "permit 1" : "deny 0, permit 1 match";
      assert.equal(judge(policyOf(text)), expected, cut);
    }
  });

  it("delete and move what stands before them", () => {
    const rules = [rule("a", { action: "deny" }), rule("b"), rule("c", { action: "drop" })];
    const after = (...commands: string[]) => judge(policyOf([...rules, ...commands].join("\n")));
    assert.equal(after(), "deny 1");
    assert.equal(after("delete rulebase security rules a"), "permit 2");
    assert.equal(after("move rulebase security rules b top"), "permit 2");
    assert.equal(after("move rulebase security rules c before a"), "deny 3");
    assert.equal(after("move rulebase security rules a bottom"), "permit 2");
    assert.equal(after("move rulebase security rules a after b"), "permit 2");
    assert.equal(after("delete rulebase security rules a from trust"), "deny 1 match, permit 2");
    const lost = policyOf([...rules, "move rulebase security rules c before x"].join("\n"));
    assert.deepEqual(
      lost.notUnderstood.map(({ line }) => line),
      [4],
    );
  });

  it("of other rulebases that may stop a packet are named", () => {
    const text = `${rule("r")}\nset rulebase dos rules flood action deny`;
    assert.deepEqual(policyOf(text).notUnderstood, [{ line: 2, what: "dos flood" }]);
  });
});

describe("what cannot be read as a PAN-OS configuration", () => {
  const long = "x".repeat((1 << 20) + 1);
  const cases: [string, string, Record<string, string | number>][] = [
    ["no rules", "set address x ip-netmask 10.0.0.1", { key: "firewall.config.empty", line: 0 }],
    ["nothing", " \n", { key: "firewall.config.empty", line: 0 }],
    ["NUL in commands", `${rule("r")}\n\0`, { key: "firewall.config.binary", line: 2 }],
    ["NUL in XML", marked.replace("to the", "to\0the"), { key: "firewall.config.binary", line: 7 }],
    ["a gigantic line", `${rule("r")}\n${long}`, { key: "firewall.config.long-line", line: 2 }],
    ["XML that ends early", marked.slice(0, 600), { key: "firewall.config.bad-xml", line: 11 }],
    [
      "XML that is crossed",
      marked.replace("</member>", "</mem>"),
      { key: "firewall.config.bad-xml", line: 8 },
    ],
    [
      "an entity of its own",
      marked.replace("&amp;", "&bank;"),
      { key: "firewall.config.bad-xml", line: 4 },
    ],
    ["braces that end early", braced.slice(0, -4), { key: "firewall.config.truncated", line: 21 }],
    [
      "XML without an end of depth",
      '<config version="1">'.repeat(70),
      { key: "firewall.config.too-large", line: 1 },
    ],
    [
      "braces without an end of depth",
      "rules {\n".repeat(70),
      { key: "firewall.config.too-large", line: 64 },
    ],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => assert.deepEqual(errorOf(text), expected));
  }

  it("a table of the web page, or a status: the command to run instead is named", () => {
    const table =
      '"","Name","Source Zone","Destination Zone","Action"\n"1","r","trust","untrust","Allow"';
    for (const text of [table, "hostname: PA-220\nsw-version: 10.2.0\n"]) {
      const { key, command } = errorOf(text) as { key: string; command?: string };
      assert.deepEqual([key, command], ["firewall.config.wrong-form", panos.command]);
    }
    assert.ok(panos.recognise(table) > 0.5);
  });

  it("quotes, brackets and moves without end cost no more than a line", () => {
    const hostile = [
      "@".repeat(1_000_000),
      `"a `.repeat(200_000),
      "[ ".repeat(300_000),
      `"a`.repeat(300_000),
    ];
    for (const text of hostile) {
      assert.equal(judge(policyOf(`${rule("r")}\nset ${text}`)), "permit 1");
      assert.equal(judge(policyOf(`${text}\n${braced}`)), "permit 10");
    }
    const rules = Array.from({ length: 2000 }, (_, at) => rule(`r${at}`));
    const moves = rules.map((_, at) => `move rulebase security rules r${at} top`);
    assert.equal(judge(policyOf([...rules, ...moves].join("\n"))), "permit 2000");
    const between = moves.flatMap((move) => [move, "set tag t", move, "set tag t"]);
    const { key } = errorOf([...rules, ...between].join("\n")) as { key: string };
    assert.equal(key, "firewall.config.too-large");
  });
});
