import { spawn } from "node:child_process";
import type { World } from "../../machine/world.ts";
import { onMessages, say } from "../servers/channel.ts";
import type { Greeting } from "../servers/serve.ts";
import { LabError } from "./lab-error.ts";
import { inside, toolEnv } from "./tools.ts";

const answerMs = 10_000;

const noAnswer = (script: string) => ({
  ko: `${script}: ${answerMs} ms 안에 답하지 않습니다`,
  en: `${script} does not answer within ${answerMs} ms`,
});

/** A server process in one of the namespaces. */
export interface Peer {
  files: Greeting["files"];
  set(world: World): Promise<void>;
}

/** Its death ends the lab: what is left would only give wrong answers. */
export async function startPeer(namespace: string, script: string): Promise<Peer> {
  const path = new URL(`../servers/${script}`, import.meta.url).pathname;
  const [command = "", ...args] = inside(namespace, [process.execPath, path]);
  const child = spawn(command, args, {
    env: { ...toolEnv, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
    stdio: ["pipe", "pipe", "inherit"],
    // Its own session: Ctrl-C on the terminal is for the command under test, not for its world.
    detached: true,
  });
  let settle: ((message: unknown) => void) | undefined;
  const next = <T>() =>
    new Promise<T>((resolve, reject) => {
      const late = () => reject(new LabError(noAnswer(script)));
      const limit = setTimeout(late, answerMs);
      settle = (message) => {
        clearTimeout(limit);
        resolve(message as T);
      };
    });
  const greeting = next<Greeting>();
  child.on("error", () => process.exit(1));
  child.stdin.on("error", () => {});
  onMessages(
    child.stdout,
    (message) => settle?.(message),
    () => process.exit(1),
  );
  const { files } = await greeting;
  return {
    files,
    async set(world) {
      const done = next();
      say(child.stdin, { world });
      await done;
    },
  };
}
