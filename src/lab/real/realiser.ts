import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../../machine/world.ts";
import { promptRefusals, setKernel } from "../servers/serve.ts";
import { filesOf, labFolder, prepareFiles, readSystemRoots } from "./files.ts";
import { ruleset } from "./firewall.ts";
import { LabError } from "./lab-error.ts";
import * as network from "./network.ts";
import { net } from "./network.ts";
import { type Peer, startPeer } from "./peer.ts";
import { inside, ip, tool, toolEnv } from "./tools.ts";

const wireMs = 5_000;

/** Makes worlds real, one after the other, in the namespaces it built. */
export interface Realiser {
  set(world: World): Promise<void>;
}

export async function buildNetwork(): Promise<Realiser> {
  const systemRoots = readSystemRoots();
  await tool("mount", ["-t", "tmpfs", "-o", "mode=755", "jochi", "/run"]);
  const covers = prepareFiles(systemRoots);
  setKernel({
    "ipv4/ip_forward": "1",
    "ipv4/conf/all/send_redirects": "0",
    "ipv4/conf/default/send_redirects": "0",
    ...promptRefusals,
  });
  await ip(network.buildRouter);
  const peers = Promise.all([
    startPeer(net.servers, "internet.ts"),
    startPeer(net.client, "agents.ts"),
  ]);
  const [started] = await Promise.all([
    peers,
    ip(network.buildServers, net.servers),
    ip(network.buildClient, net.client),
    ...covers.map(([ours, theirs]) => tool("mount", ["--bind", ours, theirs])),
  ]);
  for (const { files } of started) {
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(`${labFolder}/${name}`, text);
    }
  }
  return realiser(started, systemRoots);
}

function realiser(peers: Peer[], systemRoots: string): Realiser {
  const written = new Map<string, string>();
  const wan = wanKeeper();
  let hosts = new Set<string>();
  let link: string | undefined;

  const writeFiles = (world: World) => {
    for (const [path, text] of Object.entries(filesOf(world, systemRoots))) {
      if (written.get(path) === text) continue;
      writeFileSync(path, text);
      written.set(path, text);
    }
  };

  const setAddresses = async (world: World) => {
    const next = network.hostAddresses(world);
    const moves = network.moveAddresses(hosts, next);
    await ip(moves, net.servers);
    hosts = next;
    if (moves.length > 0) await ip(network.forgetNeighbours);
  };

  const setClient = async (world: World) => {
    const commands = network.clientLink(world.pc);
    if (link === commands.join()) return;
    await ip(commands, net.client);
    link = commands.join();
  };

  return {
    async set(world) {
      await wan(world.link);
      writeFiles(world);
      await Promise.all([
        tool("nft", ["-f", "-"], ruleset(world)),
        setAddresses(world),
        setClient(world),
        ...peers.map((peer) => peer.set(world)),
      ]);
      await carried([net.wan, ...(world.pc.online ? [net.lan] : [])]);
    },
  };
}

/**
 * Waits until the router's ends of these wires carry. The kernel notices some time after the other
 * end was raised, and until then it throws away what is sent, answers included.
 */
async function carried(ends: string[]): Promise<void> {
  const limit = performance.now() + wireMs;
  // Only interfaces that are up and running are listed.
  for (let up = networkInterfaces(); ends.some((end) => !up[end]); up = networkInterfaces()) {
    if (performance.now() > limit) {
      throw new LabError({
        ko: `실험실의 회선이 연결되지 않습니다: ${ends.filter((end) => !up[end])}`,
        en: `the lab's wires do not come up: ${ends.filter((end) => !up[end])}`,
      });
    }
    await sleep(1);
  }
}

/** Keeps the wire to the internet: a relay in the middle only while a world wants delay. */
function wanKeeper(): (link: World["link"]) => Promise<void> {
  let state: "none" | "plain" | "relayed" = "none";
  let numbers = "";
  let wireBuilt = false;
  let relay: ChildProcess | undefined;

  const lay = async (relayed: boolean) => {
    if (state !== "none") await ip(network.cutWan.router);
    if (state === "relayed") await ip(network.cutWan.servers, net.servers);
    if (relayed && !wireBuilt) await ip(network.buildWire);
    wireBuilt ||= relayed;
    await ip(network.layWan(relayed));
    await ip(network.raiseWorld, net.servers);
    if (relayed) await ip(network.raiseWire, net.wire);
    state = relayed ? "relayed" : "plain";
  };

  return async ({ delayMs, jitterMs }) => {
    const relayed = delayMs > 0 || jitterMs > 0;
    const wanted = relayed ? `${delayMs} ${jitterMs}` : "";
    if (state !== "none" && wanted === numbers) return;
    relay?.kill("SIGKILL");
    relay = undefined;
    if (relayed !== (state === "relayed") || state === "none") await lay(relayed);
    numbers = wanted;
    if (relayed) relay = await startRelay(delayMs, jitterMs);
  };
}

function startRelay(delayMs: number, jitterMs: number): Promise<ChildProcess> {
  const script = new URL("wire.pl", import.meta.url).pathname;
  const numbers = [String(delayMs), String(jitterMs)];
  const relay = ["perl", script, net.near, net.far, ...numbers];
  const [command = "", ...args] = inside(net.wire, relay);
  const child = spawn(command, args, {
    env: toolEnv,
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  });
  return new Promise((resolve, reject) => {
    let said = "";
    const fail = (why: string) => {
      clearTimeout(limit);
      child.kill("SIGKILL");
      reject(
        new LabError({
          ko: `지연을 만드는 중계기(perl)가 시작되지 않습니다: ${why}`,
          en: `the relay for delay does not start (perl): ${why}`,
        }),
      );
    };
    const limit = setTimeout(fail, wireMs, "no answer");
    child.stderr.on("data", (text: Buffer) => {
      said = (said + text.toString()).slice(0, 500);
    });
    child.on("error", (error) => fail(error.message));
    child.once("exit", () => fail(said.trim()));
    child.stdout.once("data", () => {
      clearTimeout(limit);
      child.removeAllListeners("exit");
      resolve(child);
    });
  });
}
