import { onMessages, say } from "../servers/channel.ts";
import { worldVariables } from "./environment.ts";
import type { WorkerRequest } from "./worker.ts";

/**
 * The script's side of a worker: one request after the other, each in the environment of the world
 * it was made in. Ends with its input.
 */
export function serveRequests(answer: (value: unknown) => Promise<unknown>): void {
  let queue = Promise.resolve();
  const serve = async ({ id, value, env }: WorkerRequest) => {
    for (const name of worldVariables) delete process.env[name];
    Object.assign(process.env, env);
    try {
      say(process.stdout, { id, value: (await answer(value)) ?? null });
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      say(process.stdout, { id, error: text });
    }
  };
  onMessages(
    process.stdin,
    (request: WorkerRequest) => {
      queue = queue.then(() => serve(request));
    },
    () => process.exit(0),
  );
}
