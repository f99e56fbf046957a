import type { Reading } from "../failure.ts";
import type { ProxySettings } from "../machine.ts";

const mostBypasses = 1_000;
const defaultPorts: Record<string, number> = { "http:": 80, "https:": 443 };

/**
 * What programs on Linux are told through the environment. The lower-case name wins, as it does in
 * curl; `auto_proxy` names a PAC file, as older desktops did.
 */
export function proxySettings(env: NodeJS.ProcessEnv): Reading<ProxySettings> {
  const read = (name: string) => (env[name] || env[name.toUpperCase()] || "").trim();
  const all = read("all_proxy");
  const http = hostAndPort(read("http_proxy") || all);
  const https = hostAndPort(read("https_proxy") || all);
  if (http === "invalid" || https === "invalid") {
    return { state: "unreadable", failure: "unreadable", code: "ERR_INVALID_URL" };
  }
  const pacUrl = read("auto_proxy");
  const bypass = read("no_proxy")
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .slice(0, mostBypasses);
  return {
    state: "found",
    value: {
      ...(http ? { http } : {}),
      ...(https ? { https } : {}),
      bypass,
      ...(pacUrl ? { pacUrl } : {}),
    },
  };
}

/** `host:port` without user name and password; undefined where there is no HTTP proxy. */
function hostAndPort(value: string): string | "invalid" | undefined {
  if (value === "") return undefined;
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  if (!URL.canParse(url)) return "invalid";
  const { protocol, hostname, port } = new URL(url);
  // A SOCKS proxy speaks another protocol; calling it an HTTP proxy would mislead.
  const usual = defaultPorts[protocol];
  if (usual === undefined) return undefined;
  return hostname === "" ? "invalid" : `${hostname}:${port || usual}`;
}
