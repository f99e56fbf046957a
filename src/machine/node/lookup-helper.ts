/**
 * The process that asks the operating system for names: reads `id name` lines, answers
 * `id code addresses`, ends when the asking process does. It is started from its own text, so it
 * uses nothing but what it is given.
 */
export function answerLookups(
  dns: typeof import("node:dns"),
  readline: typeof import("node:readline"),
): void {
  const mostAddresses = 256;
  const end = () => process.kill(process.pid, "SIGKILL");
  const input = readline.createInterface({ input: process.stdin }).on("close", end);
  process.stdout.on("error", end);
  input.on("line", (line) => {
    const [id = "", name = ""] = line.split(" ");
    dns.lookup(name, { family: 4, all: true }, (error, found = []) => {
      const addresses = found.slice(0, mostAddresses).map(({ address }) => address);
      console.log(id, error ? error.code : "OK", addresses.join(","));
    });
  });
}

/** The same as a script for `node -e`. */
export const lookupHelperScript = `(${answerLookups})(require("node:dns"), require("node:readline"))`;

/** Makes this process the one that answers. */
export async function beLookupHelper(): Promise<never> {
  const [dns, readline] = await Promise.all([import("node:dns"), import("node:readline")]);
  answerLookups(dns, readline);
  return new Promise(() => {});
}
