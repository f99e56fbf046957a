import { writeFileSync } from "node:fs";
import type { World } from "../../machine/world.ts";
import { onMessages, say } from "./channel.ts";

/** What a server process says when it is up: certificates that others are to know. */
export interface Greeting {
  ready: true;
  files: Record<string, string>;
}

/** The loop of both server processes: a world comes in, and is answered when it is real. */
export function serveWorlds(
  greeting: Greeting["files"],
  set: (world: World) => Promise<void>,
): void {
  onMessages(
    process.stdin,
    async ({ world }: { world: World }) => {
      await set(world);
      say(process.stdout, { done: true });
    },
    () => process.exit(0),
  );
  say(process.stdout, { ready: true, files: greeting } satisfies Greeting);
}

/** Kernel settings of the network namespace that this process is in. */
export function setKernel(settings: Record<string, string>): void {
  for (const [name, value] of Object.entries(settings)) {
    writeFileSync(`/proc/sys/net/${name}`, value);
  }
}

/** A server that is asked a thousand times in a second says no each time. */
export const promptRefusals = {
  "ipv4/icmp_ratelimit": "0",
  "ipv4/icmp_ratemask": "0",
  "ipv4/conf/all/rp_filter": "0",
  "ipv4/conf/default/rp_filter": "0",
} as const;
