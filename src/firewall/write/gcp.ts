import { type Cidr, formatCidrInFull } from "../cidr.ts";
import type { Opening } from "../opening.ts";
import { portTexts } from "./_addresses.ts";
import {
  addressesOnly,
  needsArguments,
  type Piece,
  piecesOf,
  plainComment,
  uniqueNames,
} from "./_cloud.ts";
import { cloudLimits } from "./_cloud-limits.ts";
import { type Sorted, sorted } from "./_request.ts";
import { chunks, heading, stemOf, textOf } from "./_text.ts";
import type { Writer } from "./writer.ts";

const id = "gcp";
const priority = 1000;

/** Commands that make VPC firewall rules for machines that bear a tag. */
export const gcp: Writer = {
  id,
  title: "Google Cloud VPC firewall",
  write(request) {
    const parts = sorted(request, addressesOnly);
    const { openings, needsPerson } = parts;
    if (openings.length === 0) return { add: [], remove: [], needsPerson };
    const rules = piecesOf(openings, cloudLimits.gcpRanges).flatMap((piece) =>
      chunks(allowed(piece.opening), cloudLimits.gcpPorts).map((ports) => ({ piece, ports })),
    );
    const names = uniqueNames(
      rules.map(({ piece }) => piece.opening.name),
      identifier,
    );
    const stem = `${stemOf(request)}-${id}`;
    const hint = "Arguments: the network, and the tag of the machines that the rules are for.";
    const additions = rules.flatMap(({ piece, ports }, at) => creation(names[at]!, piece, ports));
    const removals = names.map((name) => `gcloud compute firewall-rules delete ${name} --quiet`);
    return {
      add: [{ name: `${stem}.sh`, text: script(parts, [hint], [needsArguments(2), ...additions]) }],
      remove: [{ name: `${stem}-remove.sh`, text: script(parts, [], removals) }],
      needsPerson,
    };
  },
};

function script(parts: Sorted, hints: readonly string[], commands: readonly string[]): string {
  return textOf(["#!/bin/sh", ...heading(parts, "#", ...hints), "set -eu", ...commands]);
}

/** Lower case, a letter first, a letter or digit last; a number may still follow. */
function identifier(name: string): string {
  const plain = name.toLowerCase().replaceAll("_", "-");
  const begun = /^[a-z]/.test(plain) ? plain : `r${plain}`;
  return begun.endsWith("-") ? `${begun}0` : begun;
}

function allowed({ transport, ports }: Opening): string[] {
  return portTexts(ports).map((text) => `${transport}:${text}`);
}

function creation(name: string, piece: Piece, ports: readonly string[]): string[] {
  const { opening, sources, destinations } = piece;
  const ranges = (cidrs: readonly Cidr[]) => cidrs.map(formatCidrInFull).join(",");
  const options = [
    '--network="$1"',
    `--direction=${opening.direction === "outbound" ? "EGRESS" : "INGRESS"}`,
    "--action=ALLOW",
    `--rules=${ports.join(",")}`,
    `--source-ranges=${ranges(sources)}`,
    `--destination-ranges=${ranges(destinations)}`,
    '--target-tags="$2"',
    `--priority=${priority}`,
    `--description='${plainComment(opening, cloudLimits.gcpDescription)}'`,
  ];
  const lines = [
    `gcloud compute firewall-rules create ${name}`,
    ...options.map((each) => `  ${each}`),
  ];
  return lines.map((line, at) => (at + 1 < lines.length ? `${line} \\` : line));
}
