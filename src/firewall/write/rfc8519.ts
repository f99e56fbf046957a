import { aclsOf, entriesOf, jsonText } from "./_acl.ts";
import { addressesOnly, without } from "./_cloud.ts";
import { sorted } from "./_request.ts";
import { stemOf } from "./_text.ts";
import type { Writer } from "./writer.ts";

const id = "rfc8519";

/**
 * Access lists in the standard's own form (`ietf-access-control-list@2019-03-04`), for devices that
 * speak NETCONF or RESTCONF. Answers are the device's matter; it has to know connections. Taking
 * them away is a YANG Patch (RFC 8072).
 */
export const rfc8519: Writer = {
  id,
  title: "RFC 8519 access control list",
  write(request) {
    const parts = sorted(request, addressesOnly);
    const sides = { sources: true, destinations: true };
    const { entries, beyond } = entriesOf(parts.openings, sides);
    const { needsPerson } = without(parts, beyond);
    const stem = stemOf(request);
    const acl = aclsOf(stem, entries, { answers: false, tcp: {} });
    if (acl.length === 0) return { add: [], remove: [], needsPerson };
    const edit = acl.map(({ name }, at) => ({
      "edit-id": `${at + 1}`,
      operation: "remove",
      target: `/ietf-access-control-list:acls/acl=${name}`,
    }));
    const patch = { "ietf-yang-patch:yang-patch": { "patch-id": `${stem}-remove`, edit } };
    return {
      add: [
        {
          name: `${stem}-${id}.json`,
          text: jsonText({ "ietf-access-control-list:acls": { acl } }),
        },
      ],
      remove: [{ name: `${stem}-${id}-remove.json`, text: jsonText(patch) }],
      needsPerson,
    };
  },
};
