import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Attempt, Result } from "./_attempt.ts";

/**
 * Runs as root of its own namespaces and is the firewall: `lan` leads to the client's network,
 * `wan` to the server's. Every address of both networks is there.
 */
const clientNet = "10.1.0.0/16";
const serverNet = "10.2.0.0/16";
const places = process.argv.slice(2);

type Request = { load: string[]; text: string } | { attempts: Attempt[]; waitMs: number };

const client = await peer("_client.ts", "lan", "172.16.1", clientNet);
const server = await peer("_server.ts", "wan", "172.16.2", serverNet);
server.send("go");
await new Promise((resolve) => server.once("message", resolve));
for (const [name, value] of [
  ["ip_forward", "1"],
  ["conf/all/rp_filter", "0"],
]) {
  writeFileSync(`/proc/sys/net/ipv4/${name}`, value!);
}
process.on("message", async (request: Request) => process.send!(await answer(request)));
process.on("disconnect", () => {
  client.kill();
  server.kill();
  process.exit();
});
process.send!("ready");

async function answer(request: Request): Promise<Result[] | { code: number | null; err: string }> {
  if ("load" in request) {
    const [command = "", ...args] = request.load;
    const { status, stderr } = spawnSync(command, args, { input: request.text, encoding: "utf8" });
    return { code: status, err: stderr };
  }
  return new Promise((resolve) => {
    client.once("message", (results) => resolve(results as Result[]));
    client.send(request);
  });
}

async function peer(script: string, link: string, net: string, own: string): Promise<ChildProcess> {
  const child = spawn(
    "unshare",
    ["-n", process.execPath, join(import.meta.dirname, script), ...places],
    {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    },
  );
  // Its first word also says that it is in a network of its own by now.
  await new Promise((resolve) => child.once("message", resolve));
  const inside = ["nsenter", "-t", String(child.pid), "-n", "ip"];
  const commands = [
    ["ip", "link", "add", link, "type", "veth", "peer", "name", "eth0", "netns", String(child.pid)],
    ["ip", "address", "add", `${net}.1/24`, "dev", link],
    ["ip", "link", "set", link, "up"],
    [...inside, "link", "set", "lo", "up"],
    [...inside, "address", "add", `${net}.2/24`, "dev", "eth0"],
    [...inside, "link", "set", "eth0", "up"],
    [...inside, "route", "add", "local", own, "dev", "lo"],
    [...inside, "route", "add", "default", "via", `${net}.1`],
    ["ip", "route", "add", own, "via", `${net}.2`],
  ];
  for (const [command = "", ...args] of commands) {
    const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
  }
  return child;
}
