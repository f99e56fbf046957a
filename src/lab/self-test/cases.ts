import type { Guide } from "../../guide/guide.ts";
import { worldOf } from "../world-of.ts";
import { type Case, nothingFound } from "./case.ts";
import { faultCases } from "./fault-cases.ts";
import { moreCases } from "./more-cases.ts";

/** Every world in which a guide is tried: the healthy one first, then one thing broken in each. */
export function casesOf(original: Guide): Case[] {
  const guide = withoutIPv6(original);
  const world = worldOf(guide);
  const healthy: Case = { id: "healthy", world, mended: world, expected: nothingFound };
  return [healthy, ...faultCases(guide), ...moreCases(guide)];
}

/**
 * The lab has no IPv6, so nothing changes where a host has other addresses; but reading thousands of
 * them again for each fault takes a minute.
 */
function withoutIPv6(guide: Guide): Guide {
  const endpoints = guide.endpoints.map((endpoint) => {
    const addresses = endpoint.addresses.filter((address) => !address.includes(":"));
    return addresses.length > 0 ? { ...endpoint, addresses } : endpoint;
  });
  return { ...guide, endpoints };
}
