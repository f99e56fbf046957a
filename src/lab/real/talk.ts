import { PassThrough } from "node:stream";
import type { World } from "../../machine/world.ts";
import { onMessages } from "../servers/channel.ts";
import { clientEnv } from "./environment.ts";
import type { Link } from "./link.ts";

/** A Node script on the client with which values go back and forth, one JSON value a line. */
export interface Talk {
  say(value: unknown): void;
  /** Ends the script, whatever it is doing. */
  close(): void;
}

export interface Hearing {
  hear(value: unknown): void;
  /** Told once, when the script has ended by itself; `said` is the end of its standard error. */
  ended(said: string): void;
}

const keptErrorChars = 2_000;

/** The script lives in the world that is there now; another world needs another script. */
export function startTalk(
  link: Link,
  scriptPath: string,
  world: World,
  base: NodeJS.ProcessEnv,
  { hear, ended }: Hearing,
): Talk {
  const lines = new PassThrough();
  let said = "";
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    link.forget(id);
    lines.destroy();
  };
  const order = {
    do: "start" as const,
    where: "client" as const,
    argv: [process.execPath, scriptPath],
    cwd: process.cwd(),
    env: clientEnv(world, base),
    stdio: "pipe" as const,
  };
  const id = link.open(order, (message) => {
    if (message.event === "stdout") lines.write(Buffer.from(message.base64, "base64"));
    else if (message.event === "stderr")
      said = (said + Buffer.from(message.base64, "base64")).slice(-keptErrorChars);
    else if (message.event !== "done") {
      if (message.event === "failed") said = message.words.en;
      end();
      ended(said);
    }
  });
  onMessages(
    lines,
    (value) => hear(value),
    () => {},
  );
  return {
    say(value) {
      if (!over) link.add({ do: "input", id, text: `${JSON.stringify(value)}\n`, end: false });
    },
    close() {
      if (over) return;
      link.add({ do: "signal", id, signal: "SIGKILL" });
      end();
    },
  };
}
