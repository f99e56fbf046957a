import type { Probe } from "./probe.ts";

/** Probes that only read what the machine has to say. */

export const interfaces: Probe<"interfaces"> = {
  id: "interfaces",
  gather: ({ machine }) => machine.interfaces(),
};

export const resolvers: Probe<"resolvers"> = {
  id: "resolvers",
  gather: ({ machine }) => machine.resolvers(),
};

export const proxySettings: Probe<"proxy-settings"> = {
  id: "proxy-settings",
  async gather({ machine }) {
    const settings = await machine.proxySettings();
    if (settings.state !== "found" || settings.value.pacUrl === undefined) return settings;
    const pacUrl = withoutSecrets(settings.value.pacUrl);
    return { state: "found", value: { ...settings.value, pacUrl } };
  },
};

/** An address as evidence may keep it: no user, no password, no query. */
function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return "";
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

export const route: Probe<"route"> = {
  id: "route",
  gather: ({ machine }, { address }) => machine.hasRoute(address),
};

export const browsers: Probe<"browsers"> = {
  id: "browsers",
  gather: ({ machine }) => machine.pc.browsers(),
};

export const programs: Probe<"programs"> = {
  id: "programs",
  gather: ({ machine }) => machine.pc.programs(),
};

export const zoneEntries: Probe<"zone-entries"> = {
  id: "zone-entries",
  gather: ({ machine }) => machine.pc.zoneEntries(),
};

export const zoneSettings: Probe<"zone-settings"> = {
  id: "zone-settings",
  gather: ({ machine }) => machine.pc.zoneSettings(),
};

export const browserPolicies: Probe<"browser-policies"> = {
  id: "browser-policies",
  gather: ({ machine }) => machine.pc.browserPolicies(),
};

export const sitePermissions: Probe<"site-permissions"> = {
  id: "site-permissions",
  gather: ({ machine }) => machine.pc.sitePermissions(),
};

export const services: Probe<"services"> = {
  id: "services",
  gather: ({ machine }, { names }) => machine.pc.services(names),
};

export const popups: Probe<"popups"> = {
  id: "popups",
  gather: ({ machine }) => machine.pc.popups(),
};

export const roots: Probe<"roots"> = {
  id: "roots",
  gather: ({ machine }) => machine.pc.rootCertificates(),
};

export const path: Probe<"path"> = {
  id: "path",
  gather: ({ machine }, given) => machine.pc.exists(given.path),
};
