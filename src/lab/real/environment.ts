import type { World } from "../../machine/world.ts";
import { labFile } from "./files.ts";

/** Settings of the outer machine's network that must not reach the client. */
const foreign = [
  "JOCHI_NETWORK",
  "http_proxy",
  "https_proxy",
  "ftp_proxy",
  "all_proxy",
  "no_proxy",
  "auto_proxy",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "NODE_EXTRA_CA_CERTS",
  "NODE_CHANNEL_FD",
  "NODE_TEST_CONTEXT",
];

/** The environment of a command on the client of this world, made from the caller's own. */
export function clientEnv(world: World, base: NodeJS.ProcessEnv): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(base)) {
    const known = foreign.some((word) => word.toLowerCase() === name.toLowerCase());
    if (value !== undefined && !known) env[name] = value;
  }
  env.PATH ||= "/usr/local/bin:/usr/bin:/bin";
  return { ...env, ...worldEnv(world) };
}

/** What the world itself says; the guard is lifted because nothing here leads outside. */
export function worldEnv({ pc }: World): Record<string, string> {
  const { http, https, bypass, pacUrl } = pc.proxy;
  return {
    JOCHI_LAB: "1",
    JOCHI_PUBLIC_CA: labFile.publicCa,
    ...(pc.facts && { JOCHI_LAB_PC_FACTS: labFile.pcFacts }),
    ...(http && { http_proxy: `http://${http}` }),
    ...(https && { https_proxy: `http://${https}` }),
    ...(bypass.length > 0 && { no_proxy: bypass.join(",") }),
    ...(pacUrl && { auto_proxy: pacUrl }),
  };
}

/** Everything that `worldEnv` may set: what a new world does not set must go. */
export const worldVariables = [
  "JOCHI_LAB_PC_FACTS",
  "http_proxy",
  "https_proxy",
  "no_proxy",
  "auto_proxy",
] as const;
