import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { outcomesOf } from "../../prove/packet.ts";
import { ConfigError, sourceOfText } from "../../source.ts";
import { aws } from "../aws.ts";
import { azure } from "../azure.ts";
import { noOptions, type Reader } from "../reader.ts";
import { somePacket } from "./stage/random.ts";

const names: Readonly<Record<string, readonly string[]>> = {
  aws: `SecurityGroups SecurityGroupRules NetworkAcls Entries GroupId NetworkAclId IpPermissions
    IpPermissionsEgress IpProtocol FromPort ToPort IpRanges CidrIp UserIdGroupPairs IsEgress CidrIpv4
    RuleNumber RuleAction Egress Protocol PortRange From To CidrBlock`.split(/\s+/),
  azure: `name value resources type properties securityRules defaultSecurityRules SecurityRules
    priority access direction protocol sourceAddressPrefix destinationAddressPrefixes
    sourcePortRange destinationPortRanges destinationApplicationSecurityGroups`.split(/\s+/),
};
const words = `Outbound Allow Deny allow deny * Tcp tcp -1 6 443 80-90 10.0.0.0/8 ::/0 Internet
  Microsoft.Network/networkSecurityGroups Microsoft.Network/networkSecurityGroups/securityRules
  __proto__ constructor 99999 1-`.split(/\s+/);

/** JSON of the right names with anything in any place. */
function somethingLike(id: string): fc.Arbitrary<unknown> {
  return fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom<unknown>(...words, null, true, false, -1, 0, 443, 1e300, ""),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...names[id]!, "__proto__", ""), tie("value"), { maxKeys: 8 }),
    ),
  })).value;
}

function readOrRefuse(reader: Reader, text: string) {
  try {
    return reader.read(sourceOfText(text), noOptions);
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    return undefined;
  }
}

for (const reader of [aws, azure]) {
  test(`${reader.id}: whatever stands where, it is read or refused`, () => {
    let read = 0;
    const property = fc.property(somethingLike(reader.id), somePacket, (document, packet) => {
      const policy = readOrRefuse(reader, JSON.stringify(document));
      if (!policy) return;
      read += 1;
      assert.ok(outcomesOf(policy, packet).length > 0);
      assert.ok(policy.table.line.subarray(0, policy.table.length).every((line) => line === 1));
    });
    fc.assert(property, { numRuns: 3000, seed: 7 });
    assert.ok(read > 50, `${read} were read`);
  });
}

test("a document cut off anywhere is refused", () => {
  const whole: [Reader, object][] = [
    [aws, { SecurityGroups: [{ GroupId: "sg-1", IpPermissionsEgress: [{ IpProtocol: "-1" }] }] }],
    [azure, { name: "pc", securityRules: [{ priority: 100, access: "Allow" }] }],
  ];
  for (const [reader, document] of whole) {
    const text = JSON.stringify(document, null, 1);
    assert.ok(readOrRefuse(reader, text));
    for (let length = 0; length < text.length; length += 1)
      assert.equal(readOrRefuse(reader, text.slice(0, length)), undefined);
  }
});
