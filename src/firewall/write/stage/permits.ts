import { parseAddresses } from "../../address.ts";
import type { Opening } from "../../opening.ts";
import { outcomesOf, type Packet } from "../../prove/packet.ts";
import { includes } from "../../ranges.ts";
import { aws } from "../../read/aws.ts";
import { azure } from "../../read/azure.ts";
import { noOptions, type Reader } from "../../read/reader.ts";
import { sourceOfText } from "../../source.ts";
import type { Written } from "../writer.ts";

/** The first packet of a connection, seen from the machine that the rules guard. */
export interface Attempt {
  direction: Opening["direction"];
  packet: Packet;
}

/** Whether rules as they were written let it through, by somebody else's reading of them. */
export type Permits = (written: Written, attempt: Attempt) => boolean;

export function holds(block: string, address: Packet["destination"]): boolean {
  const set = parseAddresses(block)!;
  return typeof address === "bigint"
    ? includes(set.v6, address)
    : includes(set.v4, Number(address));
}

function textOf({ add }: Written, end: string): string {
  return add.find(({ name }) => name.endsWith(end))?.text ?? "";
}

function isPermitted(reader: Reader, text: string, { direction, packet }: Attempt): boolean {
  const hook = direction === "outbound" ? "output" : "input";
  const policy = reader.read(sourceOfText(text), { ...noOptions, hook });
  return outcomesOf(policy, packet).every(({ verdict }) => verdict === "permit");
}

const ownAddress = ({ direction, packet }: Attempt) =>
  direction === "outbound" ? packet.source : packet.destination;
const farAddress = ({ direction, packet }: Attempt) =>
  direction === "outbound" ? packet.destination : packet.source;

/** Numbers of the security groups that a machine of this address bears. */
function groupsOf(text: string, line: RegExp, attempt: Attempt): string[] {
  return [...text.matchAll(line)]
    .filter(([, , networks]) =>
      networks!.split(", ").some((block) => holds(block, ownAddress(attempt))),
    )
    .map(([, number]) => number!);
}

export const awsPermits: Permits = (written, attempt) => {
  const borne = groupsOf(textOf(written, ".sh"), /^# {3}(\d+): of the clients in (.*)$/gm, attempt);
  const way = attempt.direction === "outbound" ? "egress" : "ingress";
  return borne.some((number) => {
    const text = textOf(written, `-${way}-${number}.json`);
    return text !== "" && isPermitted(aws, text, attempt);
  });
};

export const terraformPermits: Permits = (written, attempt) => {
  const text = textOf(written, ".tf");
  const variable = /^variable "\S*-(\d+)" \{\n.* of the clients in (.*)"$/gm;
  const borne = groupsOf(text, variable, attempt);
  const way = attempt.direction === "outbound" ? "egress" : "ingress";
  const { protocol, destinationPort } = attempt.packet;
  return text.split("\n\n").some((block) => {
    const value = (name: string) => new RegExp(`^ +${name} += "?(.*?)"?$`, "m").exec(block)?.[1];
    return (
      block.startsWith(`resource "aws_vpc_security_group_${way}_rule"`) &&
      borne.includes(/-(\d+)$/.exec(value("security_group_id")!)![1]!) &&
      value("ip_protocol") === (protocol === 6 ? "tcp" : "udp") &&
      Number(value("from_port")) <= destinationPort &&
      Number(value("to_port")) >= destinationPort &&
      holds(value("cidr_ipv4") ?? value("cidr_ipv6")!, farAddress(attempt))
    );
  });
};

export const azurePermits: Permits = (written, attempt) => {
  const text = textOf(written, ".json");
  if (text === "") return false;
  const template = JSON.parse(text);
  for (const direction of ["Inbound", "Outbound"]) {
    const any = { sourceAddressPrefix: "*", destinationAddressPrefix: "*" };
    const ports = { sourcePortRange: "*", destinationPortRange: "*" };
    const last = { direction, priority: 4096, access: "Deny", protocol: "*", ...any, ...ports };
    template.resources.push({ type: template.resources[0].type, name: "x", properties: last });
  }
  return isPermitted(azure, JSON.stringify(template), attempt);
};

export const gcpPermits: Permits = (written, { direction, packet }) => {
  const way = direction === "outbound" ? "EGRESS" : "INGRESS";
  const commands = textOf(written, ".sh")
    .split(/^gcloud /m)
    .slice(1);
  return commands.some((command) => {
    const list = (name: string) => new RegExp(`--${name}=(\\S+)`).exec(command)![1]!.split(",");
    return (
      list("direction")[0] === way &&
      list("source-ranges").some((block) => holds(block, packet.source)) &&
      list("destination-ranges").some((block) => holds(block, packet.destination)) &&
      list("rules").some((rule) => {
        const [name, from, to = from] = rule.split(/[:-]/);
        const { protocol, destinationPort: port } = packet;
        return name === (protocol === 6 ? "tcp" : "udp") && port >= +from! && port <= +to!;
      })
    );
  });
};

interface Ports {
  port: number;
  "lower-port": number;
  "upper-port": number;
}

interface AccessList {
  name: string;
  aces: { ace: { matches: Record<string, Record<string, string | number | Ports>> }[] };
}

function listPermits({ aces }: AccessList, packet: Packet): boolean {
  const family = typeof packet.source === "bigint" ? "ipv6" : "ipv4";
  return aces.ace.some(({ matches }) => {
    const network = matches[family];
    const ports = matches[packet.protocol === 6 ? "tcp" : "udp"]?.["destination-port"] as Ports;
    const met = (side: "source" | "destination") => {
      const block = network?.[`${side}-${family}-network`];
      return block === undefined || holds(String(block), packet[side]);
    };
    return (
      network?.protocol === packet.protocol &&
      met("source") &&
      met("destination") &&
      packet.destinationPort >= (ports?.port ?? ports?.["lower-port"]) &&
      packet.destinationPort <= (ports?.port ?? ports?.["upper-port"])
    );
  });
}

export const aclPermits: Permits = (written, { packet }) => {
  const text = textOf(written, ".json");
  const lists: AccessList[] = text && JSON.parse(text)["ietf-access-control-list:acls"].acl;
  return text !== "" && lists.some((list) => listPermits(list, packet));
};

export const mudPermits: Permits = (written, { direction, packet }) => {
  const text = textOf(written, ".json");
  if (text === "") return false;
  const file = JSON.parse(text);
  const policy =
    file["ietf-mud:mud"][direction === "outbound" ? "from-device-policy" : "to-device-policy"];
  const names = policy["access-lists"]["access-list"].map(({ name }: { name: string }) => name);
  const lists: AccessList[] = file["ietf-access-control-list:acls"].acl;
  return lists.some((list) => names.includes(list.name) && listPermits(list, packet));
};
