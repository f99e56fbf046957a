import { winHttpProxySettings, winInetProxy } from "../../windows/read-proxy.ts";
import { resolversOf } from "../../windows/read-resolvers.ts";
import { keyAt, numberOf, textOf } from "../../windows/registry.ts";
import type { Reading } from "../failure.ts";
import { parseHosts } from "../linux/settings.ts";
import type { HostsEntry, ProxySettings } from "../machine.ts";
import type { System } from "../system.ts";
import { keys, settingsBelow } from "./keys.ts";
import { readKeys } from "./read-keys.ts";

const mostHostsBytes = 1_048_576;
const usualFolder = "%SystemRoot%\\System32\\drivers\\etc";
const notAnAddress = {
  state: "unreadable",
  failure: "unreadable",
  code: "ERR_INVALID_URL",
} as const;

/**
 * The proxy that programs of this user are told. A policy may say that the machine's settings count
 * for all its users (`ProxySettingsPerUser` 0).
 */
export async function proxySettings(system: System): Promise<Reading<ProxySettings>> {
  const read = await readKeys(system, {
    user: keys.userSettings,
    machine: keys.machineSettings,
    policies: keys.machinePolicies,
  });
  if (read.state !== "found") return read;
  const { user, machine, policies } = read.value;
  const perUser = numberOf(keyAt(policies, settingsBelow), "ProxySettingsPerUser") !== 0;
  const own = winInetProxy(perUser ? user : machine);
  const services = winHttpProxySettings(machine);
  if (own === undefined || services === undefined) return notAnAddress;
  const { http, https, bypass } = services;
  const isSet = http !== undefined || https !== undefined;
  return {
    state: "found",
    value: {
      ...own,
      ...(isSet
        ? { services: { ...(http ? { http } : {}), ...(https ? { https } : {}), bypass } }
        : {}),
    },
  };
}

/** The hosts file, in the folder that TCP/IP's own settings name. */
export async function hostsFile(system: System): Promise<Reading<HostsEntry[]>> {
  const parameters = await system.readKey(keys.tcpip);
  if (parameters.state === "unreadable") return parameters;
  const named = parameters.state === "found" ? textOf(parameters.value, "DataBasePath") : undefined;
  const folder = (named || usualFolder).replace(/\\+$/, "");
  const bytes = await system.readFile(`${folder}\\hosts`, mostHostsBytes);
  if (bytes.state !== "found") return bytes;
  return { state: "found", value: parseHosts(new TextDecoder("utf-8").decode(bytes.value)) };
}

/** Resolvers as the registry has them, for a PC that has these addresses. */
export async function registryResolvers(
  system: System,
  addresses: readonly string[],
): Promise<Reading<string[]>> {
  const read = await readKeys(system, { four: keys.tcpip, six: keys.tcpip6 });
  if (read.state !== "found") return read;
  const { four, six } = read.value;
  return { state: "found", value: resolversOf([four, six], addresses) };
}
