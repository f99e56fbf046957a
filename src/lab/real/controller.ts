import { onMessages, say } from "../servers/channel.ts";
import { wordsOf } from "../worded-error.ts";
import { createJobs } from "./jobs.ts";
import type { FromLab, ToLab } from "./messages.ts";
import { buildNetwork, type Realiser } from "./realiser.ts";

/**
 * The first process inside the lab's namespaces: when it goes, the kernel ends every process and
 * frees every mount, wire and rule of the lab. It goes when its input ends, however its parent ends.
 */
const tell = (message: FromLab) => say(process.stdout, message);
const jobs = createJobs(tell);
let realiser: Realiser | undefined;
let queue = Promise.resolve();

// The terminal's Ctrl-C reaches the whole group; the command under test decides what it means.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});

async function receive(message: ToLab): Promise<void> {
  switch (message.do) {
    case "set": {
      realiser ??= await buildNetwork();
      await realiser.set(message.world);
      return tell({ id: message.id, event: "done" });
    }
    case "start":
      return jobs.start(message);
    case "input":
      return jobs.input(message);
    case "signal":
      return jobs.signal(message);
  }
}

onMessages(
  process.stdin,
  (message: ToLab) => {
    const fail = (error: unknown) => {
      tell({ id: message.id, event: "failed", words: wordsOf(error) });
    };
    // One world after the other; commands do not wait for the world that comes after them.
    if (message.do === "set") queue = queue.then(() => receive(message)).catch(fail);
    else receive(message).catch(fail);
  },
  () => process.exit(0),
);
