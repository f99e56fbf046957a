import type { Opening } from "../opening.ts";
import { portTexts } from "./_addresses.ts";
import { type AddressBook, addressBook, type Member, type Place } from "./_book.ts";
import { sorted } from "./_request.ts";
import { chunks, heading, stemOf, textOf } from "./_text.ts";
import type { Writer } from "./writer.ts";

/** Members added by one call: a command line is limited. */
const membersAtOnce = 100;

/**
 * Calls of the management server's own mgmt_cli. A wildcard would have to be a domain object with
 * sub-domains, and that one permits the domain itself as well.
 */
export const checkpoint: Writer = {
  id: "checkpoint",
  title: "Check Point (mgmt_cli)",
  write(request) {
    const parts = sorted(request, { names: true, wildcards: false, inbound: true });
    const stem = stemOf(request);
    const book = addressBook(stem);
    const rules = parts.openings.map((opening) => ruleCall(stem, opening, book));
    const services = new Map(
      parts.openings.flatMap((opening) =>
        servicesOf(stem, opening).map((service) => [service.name, service]),
      ),
    );
    const add = [
      "#!/bin/bash",
      ...heading(
        parts,
        "#",
        "On the management server, as expert: bash FILE [LAYER]. Then install the policy.",
      ),
      ...session,
      ...book.members().map(memberCall),
      ...book.groups().flatMap(groupCalls),
      ...[...services.values()].map(
        ({ name, transport, port }) => `call add service-${transport} name ${name} port ${port}`,
      ),
      // Each goes to the top, so the last one called stands first.
      ...rules.toReversed(),
      "call publish",
    ];
    const remove = [
      "#!/bin/bash",
      ...heading(parts, "#", "As the file that adds: bash FILE [LAYER]. Then install the policy."),
      ...session,
      ...parts.openings.map(({ name }) => `call delete access-rule layer "$layer" name ${name}`),
      ...[...services.values()].map(
        ({ name, transport }) => `call delete service-${transport} name ${name}`,
      ),
      ...book.groups().map(({ name }) => `call delete group name ${name}`),
      ...book.members().map((member) => `call delete ${kindOf(member)} name ${nameOf(member)}`),
      "call publish",
    ];
    return {
      add: [{ name: `${stem}-checkpoint.sh`, text: textOf(add) }],
      remove: [{ name: `${stem}-checkpoint-remove.sh`, text: textOf(remove) }],
      needsPerson: parts.needsPerson,
    };
  },
};

/** What is not published is discarded, so a call that fails leaves nothing behind. */
const session = [
  "set -euo pipefail",
  "[ $# -gt 0 ] || set -- Network",
  'layer="$1"',
  'session="$(mktemp)"',
  "finish() {",
  '  mgmt_cli discard -s "$session" >/dev/null 2>&1 || true',
  '  mgmt_cli logout -s "$session" >/dev/null 2>&1 || true',
  '  rm -f "$session" "$session.out"',
  "}",
  "trap finish EXIT",
  'mgmt_cli login -r true >"$session"',
  "call() {",
  '  mgmt_cli "$@" -s "$session" --format json >"$session.out" && return',
  '  cat "$session.out" >&2',
  "  exit 1",
  "}",
];

function kindOf({ block, host }: Member): string {
  if (host) return "dns-domain";
  if (!block!.cidr) return "address-range";
  return block!.first === block!.last ? "host" : "network";
}

/** A domain object is called by its domain, with a dot before it. */
function nameOf({ name, host }: Member): string {
  return host ? `.${host}` : name;
}

function memberCall(member: Member): string {
  const kind = kindOf(member);
  const call = `call add ${kind} name ${nameOf(member)}`;
  if (member.host) return `${call} is-sub-domain false`;
  const { cidr, first, last, family } = member.block!;
  const six = family === "ipv6";
  // That another object has the same address is a warning, and stops the call otherwise.
  const end = "ignore-warnings true";
  if (!cidr) {
    const ip = six ? "ipv6-address" : "ip-address";
    return `${call} ${ip}-first ${first} ${ip}-last ${last} ${end}`;
  }
  if (kind === "host") return `${call} ${six ? "ipv6-address" : "ip-address"} ${first} ${end}`;
  return `${call} subnet${six ? 6 : 4} ${first} mask-length${six ? 6 : 4} ${cidr.bits} ${end}`;
}

function groupCalls({ name, members }: Place): string[] {
  return [
    `call add group name ${name}`,
    ...chunks(members, membersAtOnce).map(
      (some) => `call set group name ${name} ${numbered("members.add", some.map(nameOf))}`,
    ),
  ];
}

function servicesOf(stem: string, { transport, ports }: Opening) {
  return portTexts(ports).map((port) => ({
    name: `${stem}-${transport}-${port}`,
    transport,
    port,
  }));
}

function ruleCall(stem: string, opening: Opening, book: AddressBook): string {
  const { from, to } = book.sides(opening);
  const services = servicesOf(stem, opening).map(({ name }) => name);
  return [
    `call add access-rule layer "$layer" position top name ${opening.name}`,
    numbered("source", placeNames(from)),
    numbered("destination", placeNames(to)),
    numbered("service", services),
    `action Accept track.type Log comments "${opening.comment}"`,
  ].join(" ");
}

function placeNames({ name, members }: Place): string[] {
  return members.length === 1 ? [nameOf(members[0]!)] : [name];
}

function numbered(field: string, values: readonly string[]): string {
  return values.map((value, at) => `${field}.${at + 1} ${value}`).join(" ");
}
