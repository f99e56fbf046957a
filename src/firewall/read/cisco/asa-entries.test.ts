import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceOfText } from "../../source.ts";
import { ciscoAsa } from "../cisco-asa.ts";
import { noOptions } from "../reader.ts";
import { ask, codesOf } from "./stage/ask.ts";

const read = (text: string) => ciscoAsa.read(sourceOfText(text), noOptions);

/** A list that is the only one of its file. */
function asked(entries: string[], before = ""): (packet: string) => string {
  const policy = read(`${before}${entries.map((entry) => `access-list X ${entry}\n`).join("")}`);
  return (packet) => ask(policy, packet);
}

test("entries of an access list", () => {
  const cases: [string[], string, string][] = [
    [["extended permit ip any any"], "tcp 10.1.1.1:50000 > 8.8.8.8:443", "permit 1"],
    [["extended permit ip any any"], "tcp [2001:db8::1]:50000 > [2001:db8::2]:443", "permit 1"],
    [["extended permit ip any4 any"], "tcp [2001:db8::1]:50000 > [2001:db8::2]:443", "deny 0"],
    [["extended permit ip any6 any6"], "tcp [2001:db8::1]:1 > [2001:db8::2]:443", "permit 1"],
    [["extended permit ip any6 any6"], "tcp 10.1.1.1:1 > 10.1.1.2:443", "deny 0"],
    [
      ["extended deny ip any any", "extended permit tcp any any"],
      "tcp 10.1.1.1:1 > 8.8.8.8:443",
      "deny 1",
    ],
    [["permit tcp any host 8.8.8.8 eq https"], "tcp 10.1.1.1:1 > 8.8.8.8:443", "permit 1"],
    [["extended permit tcp any any eq https"], "udp 10.1.1.1:1 > 8.8.8.8:443", "deny 0"],
    [
      ["extended permit tcp 10.0.0.0 255.0.0.0 any eq www"],
      "tcp 10.9.9.9:1 > 8.8.8.8:80",
      "permit 1",
    ],
    [
      ["extended permit tcp 10.0.0.0 255.0.0.0 any eq www"],
      "tcp 11.9.9.9:1 > 8.8.8.8:80",
      "deny 0",
    ],
    [["extended permit tcp any gt 1023 any neq 22"], "tcp 10.1.1.1:1024 > 8.8.8.8:23", "permit 1"],
    [["extended permit tcp any gt 1023 any neq 22"], "tcp 10.1.1.1:1023 > 8.8.8.8:23", "deny 0"],
    [["extended permit tcp any gt 1023 any neq 22"], "tcp 10.1.1.1:1024 > 8.8.8.8:22", "deny 0"],
    [["extended permit udp any any range 8000 8010"], "udp 10.1.1.1:1 > 8.8.8.8:8010", "permit 1"],
    [["extended permit tcp any any lt ftp"], "tcp 10.1.1.1:1 > 8.8.8.8:21", "deny 0"],
    [["extended permit tcp any any eq sqlnet"], "tcp 10.1.1.1:1 > 8.8.8.8:1521", "permit 1"],
    [["extended permit tcp any any eq ldap"], "tcp 10.1.1.1:1 > 8.8.8.8:389", "permit 1"],
    [["extended permit 47 any any"], "gre 10.1.1.1 > 8.8.8.8", "permit 1"],
    [["extended permit icmp any any echo"], "icmp 10.1.1.1 > 8.8.8.8:8.0", "permit 1"],
    [["extended permit icmp any any 3 1"], "icmp 10.1.1.1 > 8.8.8.8:3.1", "permit 1"],
    [["extended permit icmp any any 3 1"], "icmp 10.1.1.1 > 8.8.8.8:3.2", "deny 0"],
    [["extended permit icmp6 any any echo"], "icmp6 [::1] > [::2]:128.0", "permit 1"],
    [
      ["extended permit ip host 2001:db8::1 2001:db8:1::/48"],
      "tcp [2001:db8::1]:1 > [2001:db8:1::9]:443",
      "permit 1",
    ],
    [
      ["extended permit tcp any any eq 443 log warnings interval 5"],
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "permit 1",
    ],
    [["extended permit tcp any any log default inactive"], "tcp 1.1.1.1:1 > 8.8.8.8:443", "deny 0"],
    [["remark permit ip any any", "remark"], "tcp 1.1.1.1:1 > 8.8.8.8:443", "deny 0"],
    [
      ["extended permit tcp any any eq 443 time-range NIGHT"],
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "deny 0, permit 1",
    ],
    [
      ["extended permit tcp any any eq 443 time-range NIGHT"],
      "tcp 1.1.1.1:1 > 8.8.8.8:80",
      "deny 0",
    ],
    [
      ["extended permit tcp user CORP\\kim any any eq 443"],
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "deny 0, permit 1",
    ],
    [
      ["line 2 extended permit ip any any", "line 1 extended deny ip any any"],
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "deny 2",
    ],
    [["extended permit ip any any (hitcnt=7) 0x12ab"], "tcp 1.1.1.1:1 > 8.8.8.8:443", "permit 1"],
  ];
  for (const [entries, packet, expected] of cases) {
    assert.equal(asked(entries)(packet), expected, `${entries.join(" / ")}: ${packet}`);
  }
});

test("what cannot be read leaves the entry in doubt", () => {
  const packet = "tcp 10.1.1.1:1 > 8.8.8.8:443";
  for (const rest of [
    "extended permit tcp any host 8.8.8",
    "extended permit tcp any any eq",
    "extended permit tcp any any eq nonsense",
    "extended permit tcp any",
    "extended permit",
    "extended permit tcp any any eq 443 frobnicate",
    "extended permit tcp any any range 443",
    "extended permit tcp object-group NOPE any",
    "extended permit tcp any object NOPE",
    "extended permit tcp any interface outside",
    "extended permit object-group NOPE any any",
    "extended permit ip any object-group-network-service NOPE",
  ]) {
    assert.equal(asked([rest])(packet), "deny 0, permit 1", rest);
  }
  assert.equal(asked(["extended perm"])(packet), "deny 0, unclear 1");
  assert.equal(asked([""])(packet), "deny 0, unclear 1");
});

const objects = `names
name 203.0.113.7 payment description the gateway
object network PC
 host 10.20.0.5
object network NET
 subnet 10.30.0.0 255.255.0.0
object network NET6
 subnet 2001:db8::/32
object network RANGE
 range 10.40.0.1 10.40.0.9
object network SITE
 fqdn v4 www.Example.com
object-group network INNER
 description network-object host 9.9.9.9
 network-object object NET
 network-object host payment
 network-object 192.0.2.0 255.255.255.0
 network-object 2001:db8:5::/64
object-group network OUTER
 group-object INNER
 network-object object PC
object-group network LOOP-A
 group-object LOOP-B
 network-object host 1.1.1.1
object-group network LOOP-B
 group-object LOOP-A
object service WEB
 service tcp source gt 1023 destination eq https
object-group service PORTS tcp-udp
 port-object eq domain
 port-object range 8000 8010
object-group service MIXED
 service-object tcp destination eq www
 service-object udp destination range 5000 5010
 service-object icmp echo
 service-object object WEB
 group-object MORE
object-group service MORE
 service-object tcp-udp destination eq 53
object-group protocol BOTH
 protocol-object tcp
 protocol-object udp
object-group icmp-type PING
 icmp-object echo
 icmp-object echo-reply
object-group user PEOPLE
 user CORP\\kim
object network-service SAAS
 domain example.com
object-group security TAGS
 security-group tag 1
`;

test("objects and groups", () => {
  const line = objects.split("\n").length;
  const yes = `permit ${line}`;
  const cases: [string, string, string][] = [
    ["permit ip object PC any", "tcp 10.20.0.5:1 > 8.8.8.8:443", yes],
    ["permit ip object PC any", "tcp 10.20.0.6:1 > 8.8.8.8:443", "deny 0"],
    ["permit ip object RANGE any", "tcp 10.40.0.9:1 > 8.8.8.8:443", yes],
    ["permit ip object NET6 any", "tcp [2001:db8:9::1]:1 > [::9]:443", yes],
    ["permit ip any host payment", "tcp 1.1.1.1:1 > 203.0.113.7:443", yes],
    ["permit ip any object-group OUTER", "tcp 1.1.1.1:1 > 10.30.7.7:443", yes],
    ["permit ip any object-group OUTER", "tcp 1.1.1.1:1 > 203.0.113.7:443", yes],
    ["permit ip any object-group OUTER", "tcp 1.1.1.1:1 > 192.0.2.255:443", yes],
    ["permit ip any object-group OUTER", "tcp [::1]:1 > [2001:db8:5::9]:443", yes],
    ["permit ip any object-group OUTER", "tcp 1.1.1.1:1 > 9.9.9.9:443", "deny 0"],
    ["permit ip any object-group LOOP-A", "tcp 2.2.2.2:1 > 1.1.1.1:443", yes],
    ["permit ip any object-group LOOP-A", "tcp 2.2.2.2:1 > 3.3.3.3:443", `deny 0, ${yes}`],
    ["permit ip any object SITE", "tcp 2.2.2.2:1 > 3.3.3.3:443", `deny 0, ${yes}`],
    ["permit ip any object SITE", "tcp 2.2.2.2:1 > www.example.com:443", yes],
    ["permit object WEB any any", "tcp 2.2.2.2:5000 > 3.3.3.3:443", yes],
    ["permit object WEB any any", "tcp 2.2.2.2:80 > 3.3.3.3:443", "deny 0"],
    ["permit tcp any any object-group PORTS", "tcp 2.2.2.2:1 > 3.3.3.3:8005", yes],
    ["permit udp any object-group PORTS any", "udp 2.2.2.2:53 > 3.3.3.3:9", yes],
    ["permit tcp any object-group PORTS any", "tcp 2.2.2.2:54 > 3.3.3.3:9", "deny 0"],
    ["permit object-group MIXED any any", "udp 2.2.2.2:1 > 3.3.3.3:5010", yes],
    ["permit object-group MIXED any any", "tcp 2.2.2.2:2000 > 3.3.3.3:443", yes],
    ["permit object-group MIXED any any", "tcp 2.2.2.2:1 > 3.3.3.3:443", "deny 0"],
    ["permit object-group MIXED any any", "icmp 2.2.2.2 > 3.3.3.3:8.0", yes],
    ["permit object-group MIXED any any", "udp 2.2.2.2:1 > 3.3.3.3:53", yes],
    ["permit object-group BOTH any any eq 53", "udp 2.2.2.2:1 > 3.3.3.3:53", yes],
    ["permit object-group BOTH any any eq 53", "tcp 2.2.2.2:1 > 3.3.3.3:54", "deny 0"],
    ["permit icmp any any object-group PING", "icmp 2.2.2.2 > 3.3.3.3:0.0", yes],
    ["permit icmp any any object-group PING", "icmp 2.2.2.2 > 3.3.3.3:3.0", "deny 0"],
    ["permit ip object-group-user PEOPLE any any", "tcp 2.2.2.2:1 > 3.3.3.3:443", `deny 0, ${yes}`],
    ["permit ip any object SAAS", "tcp 2.2.2.2:1 > 3.3.3.3:443", `deny 0, ${yes}`],
    [
      "permit ip object-group-security TAGS any any",
      "tcp 2.2.2.2:1 > 3.3.3.3:443",
      `deny 0, ${yes}`,
    ],
  ];
  for (const [entry, packet, expected] of cases) {
    assert.equal(asked([`extended ${entry}`], objects)(packet), expected, `${entry}: ${packet}`);
    const flat = objects.replaceAll(/^ /gm, "").replaceAll("\n", "\r\n");
    assert.equal(asked([`extended ${entry}`], flat)(packet), expected, `${entry}, not indented`);
  }
});

test("reasons for doubt by code", () => {
  const codes = (entry: string) =>
    codesOf(read(`${objects}access-list X extended permit ${entry}\n`));
  assert.deepEqual(codes("ip any object-group LOOP-A"), ["object-cyclic"]);
  assert.deepEqual(codes("ip any object-group NONE"), ["object-missing"]);
  assert.deepEqual(codes("ip any object SITE"), ["fqdn"]);
  assert.deepEqual(codes("ip any object SAAS"), ["application"]);
  assert.deepEqual(codes("ip user CORP\\kim any any"), ["user"]);
  assert.deepEqual(codes("ip security-group name A any any"), ["dynamic-group"]);
  assert.deepEqual(codes("tcp any any time-range T"), ["schedule"]);
  assert.deepEqual(codes("ip any object-group PEOPLE"), ["user"]);
  assert.deepEqual(codes("tcp any any eq 44x"), ["value"]);
});

test("time ranges that have ended", () => {
  const packet = "tcp 1.1.1.1:1 > 2.2.2.2:443";
  const list =
    "access-list X extended deny ip any any time-range T\naccess-list X permit ip any any\n";
  const by = (today: string | undefined, ...lines: string[]) => {
    const range = ["time-range T", ...lines, ""].join("\n");
    const options = { ...noOptions, today };
    const found = [range + list, list + range].map((text) =>
      ask(ciscoAsa.read(sourceOfText(text), options), packet).replaceAll(/ \d+/g, ""),
    );
    assert.equal(found[0], found[1], "before the list and behind it");
    return found[0];
  };
  const end = " absolute end 00:00 1 January 2020";
  const cases: [today: string | undefined, lines: string[], expected: "gone" | "perhaps"][] = [
    ["2020-01-03", [end], "gone"],
    ["2020-01-03", [end.trim()], "gone"],
    ["2020-01-02", [end], "perhaps"],
    [undefined, [end], "perhaps"],
    ["2026-11-25", [" absolute start 08:00 01 May 2019 end 18:30 30 June 2019"], "gone"],
    ["2026-11-25", [end, " periodic weekdays 8:00 to 18:00"], "gone"],
    ["2026-11-25", [" periodic weekdays 8:00 to 18:00"], "perhaps"],
    ["2026-11-25", [" absolute start 08:00 1 May 2019"], "perhaps"],
    ["2026-11-25", [" absolute start 08:00 1 May 2030"], "perhaps"],
    ["2026-11-25", [" absolute end 00:00 1 January 2030"], "perhaps"],
    ["2026-11-25", [end, " absolute end 00:00 1 January 2030"], "perhaps"],
    ["2026-11-25", [end, "time-range T", " periodic daily 0:00 to 23:59"], "perhaps"],
    ["2026-11-25", [end, " sometimes"], "perhaps"],
    ["2026-11-25", [" absolute end 00:00 1 Ja 2020"], "perhaps"],
    ["2026-11-25", [" absolute end 00:00 30 February 2020"], "perhaps"],
    ["2026-11-25", [" absolute end 00:00 1 January"], "perhaps"],
    ["2026-11-25", [], "perhaps"],
    ["2026-11-25", ["time-range U", end], "perhaps"],
  ];
  for (const [today, lines, expected] of cases) {
    const wanted = expected === "gone" ? "permit" : "deny, permit";
    assert.equal(by(today, ...lines), wanted, `${today} ${lines.join(" / ")}`);
  }
});

test("groups of services that hold what is not there", () => {
  const groups = `object-group service S
 service-object tcp destination eq 80
 group-object NONE
object-group protocol P
 protocol-object udp
 group-object NONE
`;
  const at = groups.split("\n").length;
  const services = asked(["extended permit object-group S any any"], groups);
  assert.match(services("tcp 1.1.1.1:1 > 2.2.2.2:80"), new RegExp(`^permit ${at}$`));
  assert.equal(services("tcp 1.1.1.1:1 > 2.2.2.2:81"), `deny 0, permit ${at}`);
  const protocols = asked(["extended permit object-group P any any eq 53"], groups);
  assert.equal(protocols("udp 1.1.1.1:1 > 2.2.2.2:53"), `permit ${at}`);
  assert.equal(protocols("tcp 1.1.1.1:1 > 2.2.2.2:53"), `deny 0, permit ${at}`);
});

test("a group that many entries use is held once", () => {
  const entries = Array.from(
    { length: 50 },
    (_, at) => `access-list X extended permit tcp object-group OUTER any neq ${at % 2 ? 22 : 23}\n`,
  );
  const policy = read(objects + entries.join(""));
  assert.equal(policy.addressSets.length, 2);
  assert.equal(policy.portSets.length, 2);
  const named = entries.map((entry) => entry.replace("object-group OUTER", "object SITE"));
  assert.equal(read(objects + named.join("")).addressSets.length, 3);
});
