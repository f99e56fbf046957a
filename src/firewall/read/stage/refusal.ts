import { ConfigError } from "../../source.ts";

/**
 * For tests: why something is no configuration, as `KEY LINE` and what else the sentence names;
 * `none` where it is one.
 */
export function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return [error.key, ...Object.values(error.values)].join(" ");
    throw error;
  }
  return "none";
}
