// Preloaded into the program by signals.test.ts: commands that behave badly in one way each.
import { commands } from "../../src/cli/commands.ts";

const command = (name: string, run: (argv: string[], io: Io) => Promise<number>) => {
  commands[name] = async () => ({ name, summary: { ko: name, en: name }, run });
};

type Io = import("../../src/cli/command.ts").Io;

const forever = () => new Promise<never>(() => setInterval(() => {}, 1_000));

/** Cleans up when told to stop. */
command("obedient", async (_, io) => {
  io.err("ready\n");
  const stopped = new Promise((resolve) => io.signal.addEventListener("abort", resolve));
  await Promise.race([forever(), stopped]);
  io.err("cleaned up\n");
  return 0;
});

/** Does not listen. */
command("deaf", async (_, io) => {
  io.err("ready\n");
  return forever();
});

/** Is stopped by an exception of its own. */
command("throwing", async (_, io) => {
  io.err("ready\n");
  return new Promise((_, reject) => {
    setInterval(() => {}, 1_000);
    io.signal.addEventListener("abort", () => reject(io.signal.reason));
  });
});

command("broken", async () => {
  throw new Error("first line\nsecond line");
});

command("later", async () => {
  setTimeout(() => {
    throw new Error("from a callback");
  }, 10);
  return forever();
});

command("rejected", async () => {
  Promise.reject(new Error("nobody waits for this"));
  return forever();
});

/** Writes more than any pipe holds, then says that it found something. */
command("talkative", async (_, io) => {
  for (let line = 0; line < 50_000; line += 1) io.out("a line that nobody may be reading\n");
  return 1;
});
