import { fileURLToPath } from "node:url";
import { type Row, rowId } from "../src/guide/guide.ts";
import type { Lab } from "../src/lab/real/lab.ts";
import { BenchError, type Tool } from "./tool.ts";
import { watch } from "./watch.ts";

const config = fileURLToPath(new URL("blackbox.yml", import.meta.url));
const address = "127.0.0.1:9115";
const program = "prometheus-blackbox-exporter";
const runLimitMs = 6 * 3600_000;
const httpOk = 200;

/** Starts the exporter on the client, once; `stop` ends it. */
export function blackbox(lab: Lab, rows: Row[], stop: AbortSignal): Tool {
  const options = [`--web.listen-address=${address}`, "--log.level=error"];
  let ended: string | undefined;
  lab
    .run([program, `--config.file=${config}`, ...options], { signal: stop, timeoutMs: runLimitMs })
    .then(
      ({ code, stderr }) => {
        ended = `exit code ${code}: ${stderr.trim()}`;
      },
      (error: Error) => {
        ended = error.message;
      },
    );
  const urls = rows.map(probeOf);
  return {
    id: "blackbox",
    title: "blackbox_exporter",
    commands: [
      [program, "--config.file=bench/blackbox.yml", ...options].join(" "),
      `${rows.length} at once like: curl '${urls[0]}'`,
    ],
    async run(world) {
      const warm = `http://${address}/-/healthy`;
      const { ms, answers } = await watch(lab, { do: "requests", urls, warm });
      const broken = answers.find(({ code }) => code !== httpOk);
      if (broken) throw new BenchError(`${program} failed: ${ended ?? broken.stderr}`);
      const right = rows.filter((row, at) => {
        const success = /^probe_success 1$/m.test(answers[at]!.stdout);
        return success === !world.dropped.has(rowId(row));
      });
      return { ms, right: right.length };
    },
  };
}

/** It has no prober for LDAP; such a row is tried as plain TCP. */
function probeOf({ host, address: where, port, protocol }: Row): string {
  const web = protocol === "http" || protocol === "https";
  const target = web ? `${protocol}://${where}:${port}/` : `${where}:${port}`;
  const query = new URLSearchParams({ module: web ? protocol : "tcp", target });
  if (web) query.set("hostname", host);
  return `http://${address}/probe?${query}`;
}
