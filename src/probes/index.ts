import { agent } from "./agent.ts";
import { controlName } from "./control-name.ts";
import { controlPort } from "./control-port.ts";
import { hostsFile } from "./hosts-file.ts";
import { icmpCount } from "./icmp-count.ts";
import { lookup } from "./lookup.ts";
import { near } from "./near.ts";
import { pac } from "./pac.ts";
import { plainHttp } from "./plain-http.ts";
import type { Probes } from "./probe.ts";
import { proxiedRow } from "./proxied-row.ts";
import { quiet } from "./quiet.ts";
import {
  browserPolicies,
  browsers,
  interfaces,
  path,
  popups,
  programs,
  proxySettings,
  resolvers,
  roots,
  route,
  services,
  sitePermissions,
  zoneEntries,
  zoneSettings,
} from "./readings.ts";
import { resolve } from "./resolve.ts";
import { row } from "./row.ts";
import { serverFlight } from "./server-flight.ts";
import { smallAnswer } from "./small-answer.ts";

/** Every probe there is, by its id. */
export const probes: Probes = {
  interfaces,
  resolvers,
  "hosts-file": hostsFile,
  "proxy-settings": proxySettings,
  pac,
  resolve,
  lookup,
  route,
  row,
  "proxied-row": proxiedRow,
  agent,
  "control-name": controlName,
  "small-answer": smallAnswer,
  "server-flight": serverFlight,
  "plain-http": plainHttp,
  "control-port": controlPort,
  "icmp-count": icmpCount,
  quiet,
  near,
  browsers,
  programs,
  "zone-entries": zoneEntries,
  "zone-settings": zoneSettings,
  "browser-policies": browserPolicies,
  "site-permissions": sitePermissions,
  services,
  popups,
  roots,
  path,
};
