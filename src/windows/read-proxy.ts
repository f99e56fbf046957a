import type { ProxySettings } from "../evidence/outcome.ts";
import { readProxyBlock } from "./proxy-block.ts";
import { bytesFrom } from "./reg-data.ts";
import { dataOf, keyAt, numberOf, type RegistryKey, textOf } from "./registry.ts";

const mostBypasses = 1_000;
const longest = 1_000;
/** Flags of a connection's settings: wininet.h, INTERNET_PER_CONN_FLAGS. */
const manualProxy = 2;
const pacFile = 4;

/** What both kinds of keeping settings come to. */
interface Told {
  server: string;
  bypass: string;
  pacUrl: string;
}

/**
 * The proxy of programs that ask Windows, of `…\Internet Settings`. Windows itself goes by the
 * block of bytes below `Connections`; the plain values beside it are for everyone else to read, and
 * count where there is no such block. `undefined` where a value is no address.
 *
 * Source: wininet.h (INTERNET_PER_CONN_OPTION); the block's layout has no official description.
 */
export function winInetProxy(settings: RegistryKey | undefined): ProxySettings | undefined {
  const blob = dataOf(keyAt(settings, "Connections"), "DefaultConnectionSettings");
  const told = blob?.type === "hex" ? fromBlock(bytesFrom(blob.data)) : undefined;
  return settingsOf(told ?? fromValues(settings));
}

/** The proxy of Windows' own services (`netsh winhttp`), of `…\Internet Settings` of the machine. */
export function winHttpProxySettings(settings: RegistryKey | undefined): ProxySettings | undefined {
  const blob = dataOf(keyAt(settings, "Connections"), "WinHttpSettings");
  if (blob?.type !== "hex") return { bypass: [] };
  // The same block, only that it ends before the PAC address.
  const block = readProxyBlock(bytesFrom(`${blob.data}00000000`));
  if (block === undefined) return undefined;
  const isSet = (block.flags & manualProxy) !== 0;
  return settingsOf({ ...block, ...(isSet ? {} : { server: "", bypass: "" }), pacUrl: "" });
}

function fromValues(settings: RegistryKey | undefined): Told {
  const isOn = numberOf(settings, "ProxyEnable") === 1;
  return {
    server: isOn ? (textOf(settings, "ProxyServer") ?? "") : "",
    bypass: textOf(settings, "ProxyOverride") ?? "",
    pacUrl: textOf(settings, "AutoConfigURL") ?? "",
  };
}

function fromBlock(bytes: Uint8Array): Told | undefined {
  const block = readProxyBlock(bytes);
  if (block === undefined) return undefined;
  const { flags, server, bypass, pacUrl } = block;
  return {
    server: (flags & manualProxy) === 0 ? "" : server,
    bypass,
    pacUrl: (flags & pacFile) === 0 ? "" : pacUrl,
  };
}

function settingsOf({ server, bypass, pacUrl }: Told): ProxySettings | undefined {
  const servers = serversOf(server);
  if (servers === undefined) return undefined;
  const { http, https } = servers;
  return {
    ...(http === undefined ? {} : { http }),
    ...(https === undefined ? {} : { https }),
    bypass: bypass
      .split(/[;\s]+/)
      .filter((entry) => entry !== "")
      .map((entry) => entry.slice(0, longest))
      .slice(0, mostBypasses),
    ...(pacUrl.trim() === "" ? {} : { pacUrl: pacUrl.trim().slice(0, longest) }),
  };
}

/** `host:port` for everything, or `http=host:port;https=host:port`; SOCKS is no HTTP proxy. */
function serversOf(written: string): { http?: string; https?: string } | undefined {
  const found: { http?: string; https?: string } = {};
  for (const part of written.split(/[;\s]+/).filter((each) => each !== "")) {
    const [, scheme, address = ""] = /^(?:([a-z]+)=)?(.*)$/i.exec(part) ?? [];
    const kind = scheme?.toLowerCase();
    if (kind !== undefined && kind !== "http" && kind !== "https") continue;
    const server = hostAndPort(address);
    if (server === undefined) return undefined;
    if (kind !== "https") found.http ??= server;
    if (kind !== "http") found.https ??= server;
  }
  return found;
}

/** Without user name and password; port 80 where none is written. */
function hostAndPort(address: string): string | undefined {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port } = new URL(url);
  return hostname === "" ? undefined : `${hostname}:${port || (protocol === "https:" ? 443 : 80)}`;
}
