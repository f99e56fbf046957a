import type { Opening, OpeningRequest } from "../opening.ts";
import { aclsOf, entriesOf, jsonText } from "./_acl.ts";
import { clientsOf, networksText, without } from "./_cloud.ts";
import { sorted } from "./_request.ts";
import { stemOf } from "./_text.ts";
import type { Writer, WrittenFile } from "./writer.ts";

const id = "mud";
const version = 1;
const cacheHours = 48;
/** RFC 8520 asks for a brief text. */
const systemInfoLength = 60;

/**
 * Manufacturer usage descriptions (RFC 8520): what a PC that uses the service may do. A description
 * never says which devices it is for, so clients with other networks get another file. Its address
 * is a name that nobody owns; whoever serves the file writes the real one into it.
 */
export const mud: Writer = {
  id,
  title: "RFC 8520 MUD file",
  write(request) {
    const parts = sorted(request, { names: true, wildcards: false, inbound: true });
    const [add, remove, beyond]: [WrittenFile[], WrittenFile[], Opening[]] = [[], [], []];
    const all = clientsOf(parts.openings, request);
    for (const [at, { networks, openings }] of all.entries()) {
      const stem = `${stemOf(request)}-${id}${all.length === 1 ? "" : `-${at + 1}`}`;
      const policies = policiesOf(stem, openings);
      beyond.push(...policies.beyond);
      const head = headOf(request, stem, networksText(networks));
      add.push({ name: `${stem}.json`, text: fileText(head, policies.from, policies.to) });
      remove.push({ name: `${stem}-remove.json`, text: fileText(head, [], []) });
    }
    return { add, remove, needsPerson: without(parts, beyond).needsPerson };
  },
};

type Acls = ReturnType<typeof aclsOf>;

/**
 * Lists for what leaves the device and for what comes to it. Each direction needs the other for its
 * answers; for TCP the standard can say who begins, so that the other side cannot.
 */
function policiesOf(stem: string, openings: readonly Opening[]) {
  const way = (direction: Opening["direction"]) => {
    const outbound = direction === "outbound";
    const sides = { sources: !outbound, destinations: outbound };
    const own = openings.filter((opening) => opening.direction === direction);
    const { entries, beyond } = entriesOf(own, sides);
    const tcp = { "ietf-mud:direction-initiated": outbound ? "from-device" : "to-device" };
    const lists = (name: string, answers: boolean) =>
      aclsOf(`${stem}-${name}`, entries, { answers, tcp });
    return {
      beyond,
      from: outbound ? lists("from", false) : lists("from-answers", true),
      to: outbound ? lists("to-answers", true) : lists("to", false),
    };
  };
  const [out, into] = [way("outbound"), way("inbound")];
  return {
    from: [...out.from, ...into.from],
    to: [...out.to, ...into.to],
    beyond: [...out.beyond, ...into.beyond],
  };
}

function headOf({ guide }: OpeningRequest, stem: string, networks: string) {
  return {
    "mud-version": version,
    "mud-url": `https://mud.invalid/${stem}/${encodeURIComponent(guide.edition)}.json`,
    "last-update": dateOf(guide.edition),
    "cache-validity": cacheHours,
    "is-supported": true,
    systeminfo: `${guide.id} ${guide.edition}: ${networks}`.slice(0, systemInfoLength),
  };
}

/** The beginning of the edition's month, or of its year: a pure function has no clock. */
function dateOf(edition: string): string {
  const [, year = "1970", month = "1"] = /^(\d{4})(?:\.(\d{1,2}))?$/.exec(edition) ?? [];
  return `${year}-${month.padStart(2, "0")}-01T00:00:00Z`;
}

function fileText(head: ReturnType<typeof headOf>, from: Acls, to: Acls): string {
  const policy = (acls: Acls) => ({
    "access-lists": { "access-list": acls.map(({ name }) => ({ name })) },
  });
  return jsonText({
    "ietf-mud:mud": { ...head, "from-device-policy": policy(from), "to-device-policy": policy(to) },
    "ietf-access-control-list:acls": { acl: [...from, ...to] },
  });
}
