import { type Row, rowId } from "../src/guide/guide.ts";
import type { Lab } from "../src/lab/real/lab.ts";
import { BenchError, type Tool } from "./tool.ts";
import { lastLine, watch } from "./watch.ts";

/**
 * nmap over exactly the rows. One scan has one list of ports, so that addresses with the same
 * ports share a scan, and all scans run at once. Three ways, because it is free to choose: as it
 * comes, without looking up names for the addresses, and with its timing for fast networks.
 */
export function nmaps(lab: Lab, rows: Row[]): Tool[] {
  return [
    nmap(lab, rows, "nmap", ["-sT", "-Pn"]),
    nmap(lab, rows, "nmap-n", ["-sT", "-Pn", "-n"]),
    nmap(lab, rows, "nmap-T4", ["-sT", "-Pn", "-n", "-T4"]),
  ];
}

function nmap(lab: Lab, all: Row[], id: string, options: string[]): Tool {
  const commands = scansOf(all).map(({ ports, addresses }) => [
    ...["nmap", ...options, "-oG", "-", "-p", ports],
    ...addresses,
  ]);
  return {
    id,
    title: `nmap ${options.join(" ")}`,
    commands: commands.map((argv) => argv.join(" ")),
    async run(world, rows) {
      const { ms, answers } = await watch(lab, { do: "commands", commands, env: {} });
      const broken = answers.find(({ code }) => code !== 0);
      if (broken) throw new BenchError(`nmap failed: ${lastLine(broken.stderr)}`);
      const states = statesIn(answers.map(({ stdout }) => stdout).join("\n"));
      const right = rows.filter((row) => {
        const truth = world.dropped.has(rowId(row)) ? "filtered" : "open";
        return states.get(`${row.address}:${row.port}`) === truth;
      });
      return { ms, right: right.length };
    },
  };
}

function scansOf(rows: Row[]): { ports: string; addresses: string[] }[] {
  const portsOf = ({ address }: Row) =>
    rows
      .filter((row) => row.address === address)
      .map(({ port }) => port)
      .sort((a, b) => a - b)
      .join(",");
  return [...Map.groupBy(rows, portsOf)].map(([ports, same]) => ({
    ports,
    addresses: [...new Set(same.map(({ address }) => address))],
  }));
}

/** `address:port` → state, from lines like `Host: 192.0.2.1 ()  Ports: 80/open/tcp//http///, …`. */
function statesIn(output: string): Map<string, string> {
  const states = new Map<string, string>();
  for (const [, address, list = ""] of output.matchAll(/^Host: (\S+) .*?Ports: (.*)$/gm)) {
    for (const [, port, state = ""] of list.matchAll(/(\d+)\/([^/]*)\/tcp/g)) {
      states.set(`${address}:${port}`, state);
    }
  }
  return states;
}
