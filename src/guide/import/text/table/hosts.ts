/** One host of a cell, and what a whole address says beside it. */
export interface CellHost {
  host: string;
  /** The port that the address names. */
  port?: string;
  /** What is spoken there by its scheme. */
  scheme?: "http" | "https";
  /** The path, which no firewall row holds. */
  path?: string;
}

export interface HostsRead {
  hosts: CellHost[];
  /** Words in parentheses and the like. */
  rest: string;
  /** The cell is nothing but hosts, and every one could be one. */
  sure: boolean;
}

const name = "(?:\\*\\.)?[A-Za-z0-9_-]+(?:[.,][A-Za-z0-9_-]+)*[.,][A-Za-z][A-Za-z0-9-]*";
const address = "(?<=://)\\d{1,3}(?:\\.\\d{1,3}){3}";
const piece = new RegExp(
  `^(?:(https?)://)?(${name}|${address}|\\*)(?::(\\d{1,5}))?(/[^\\s,]*)?$`,
  "i",
);

/**
 * The hosts of a cell. Where any of it is no host, the whole cell is one, as it stands: what cannot
 * be a host is told, and not mended.
 */
export function readHosts(cell: string): HostsRead {
  const bare = cell.replace(/\(([^()]*)\)/g, (_, inside: string) =>
    one(inside) ? ` ${inside} ` : "",
  );
  const rest = [...cell.matchAll(/\(([^()]*)\)/g)].map(([, inside = ""]) => inside.trim());
  const words = rest.filter((inside) => inside !== "" && !one(inside)).join(" ");
  const parts = bare.split(/\s+|[,;](?=\s|[A-Za-z*]+[.:])|(?<![:/])\/(?=\s|\w+\.)/).filter(Boolean);
  const hosts = parts.map(one);
  if (parts.length > 0 && hosts.every((each) => each !== undefined)) {
    const sure = hosts.every((each) => !each!.host.includes(","));
    return { hosts: hosts as CellHost[], rest: words, sure };
  }
  const whole = cell.replace(/^https?:\/\//i, "").replace(/\/$/, "");
  return { hosts: [{ host: whole }], rest: "", sure: false };
}

function one(text: string): CellHost | undefined {
  const match = piece.exec(text.trim());
  if (!match) return undefined;
  const [, scheme, host = "", port, path] = match;
  return {
    host,
    ...(port !== undefined && { port }),
    ...(scheme !== undefined && { scheme: scheme.toLowerCase() as "http" | "https" }),
    ...(path !== undefined && path !== "/" && { path }),
  };
}
