import { formatCidr } from "../cidr.ts";
import type { Opening, Placement } from "../opening.ts";
import { portTexts } from "./_addresses.ts";
import {
  addressesOnly,
  needsArguments,
  type Piece,
  piecesOf,
  plainComment,
  uniqueNames,
  without,
} from "./_cloud.ts";
import { cloudLimits } from "./_cloud-limits.ts";
import { type Sorted, sorted } from "./_request.ts";
import { heading, stemOf, textOf } from "./_text.ts";
import type { Writer } from "./writer.ts";

const id = "azure-nsg";
const type = "Microsoft.Network/networkSecurityGroups/securityRules";
const { first, last, step } = { first: 1000, last: 4096, step: 10 };

/**
 * A template that adds rules to the network security group named when it is deployed; its other
 * rules stay. A deny rule of a lower number still goes before them.
 */
export const azureNsg: Writer = {
  id,
  title: "Azure network security group",
  write(request) {
    const { parts, pieces } = fitting(sorted(request, addressesOnly));
    const { needsPerson } = parts;
    if (pieces.length === 0) return { add: [], remove: [], needsPerson };
    const names = uniqueNames(
      pieces.map(({ opening }) => opening.name),
      identifier,
    );
    const stem = `${stemOf(request)}-${id}`;
    return {
      add: [{ name: `${stem}.json`, text: templateOf(pieces, names, request.places?.[0]) }],
      remove: [{ name: `${stem}-remove.sh`, text: removalOf(parts, names) }],
      needsPerson,
    };
  },
};

/** As many openings as a group takes rules; an opening is written whole or not at all. */
function fitting(parts: Sorted): { parts: Sorted; pieces: Piece[] } {
  const [place] = parts.places ?? [];
  const gap = place?.before === undefined ? last : Number(place.before) - 1 - (place.after ?? 0);
  const most = Math.min(cloudLimits.azureRules, gap);
  const fit: Piece[] = [];
  const beyond: Opening[] = [];
  const pieces = piecesOf(parts.openings, cloudLimits.azurePrefixes);
  for (const [opening, own] of Map.groupBy(pieces, (piece) => piece.opening)) {
    if (fit.length + own.length <= most) fit.push(...own);
    else beyond.push(opening);
  }
  return { parts: without(parts, beyond), pieces: fit };
}

/** Azure's names begin with a letter or digit and end with one or an underscore. */
function identifier(name: string): string {
  const begun = /^[A-Za-z0-9]/.test(name) ? name : `r${name}`;
  return begun.endsWith("-") ? `${begun}_` : begun;
}

/** Priorities that are free and before the rule that denies, as near to it as is known. */
function prioritiesOf(count: number, place: Placement | undefined): (at: number) => number {
  const from = place?.unused ?? (place?.after === undefined ? first : place.after + 1);
  const to = place?.before === undefined ? last : Number(place.before) - 1;
  const distance = Math.max(1, Math.min(step, Math.floor((to - from) / count)));
  return (at) => from + at * distance;
}

function templateOf(
  pieces: readonly Piece[],
  names: readonly string[],
  place: Placement | undefined,
): string {
  const priorityOf = prioritiesOf(pieces.length, place);
  const template = {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    parameters: { networkSecurityGroup: { type: "string" } },
    resources: pieces.map((piece, at) => ({
      type,
      apiVersion: "2023-11-01",
      name: `[concat(parameters('networkSecurityGroup'), '/${names[at]}')]`,
      // Azure refuses to change one group in two ways at the same time.
      ...(at > 0 && {
        dependsOn: [
          `[resourceId('${type}', parameters('networkSecurityGroup'), '${names[at - 1]}')]`,
        ],
      }),
      properties: propertiesOf(piece, priorityOf(at)),
    })),
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}

function propertiesOf({ opening, sources, destinations }: Piece, priority: number) {
  return {
    description: plainComment(opening, cloudLimits.azureDescription),
    priority,
    direction: opening.direction === "outbound" ? "Outbound" : "Inbound",
    access: "Allow",
    protocol: opening.transport === "tcp" ? "Tcp" : "Udp",
    sourceAddressPrefixes: sources.map(formatCidr),
    sourcePortRange: "*",
    destinationAddressPrefixes: destinations.map(formatCidr),
    destinationPortRanges: portTexts(opening.ports),
  };
}

function removalOf(parts: Sorted, names: readonly string[]): string {
  return textOf([
    "#!/bin/sh",
    ...heading(parts, "#", "Arguments: the resource group and the network security group."),
    "set -eu",
    needsArguments(2),
    ...names.map((name) => {
      const place = '--resource-group "$1" --nsg-name "$2"';
      return `az network nsg rule delete ${place} --name ${name}`;
    }),
  ]);
}
