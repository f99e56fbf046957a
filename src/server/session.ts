import { limits } from "./limits.ts";
import { newSecret, sameSecret } from "./secret.ts";

/** Who may ask: one-time codes that become tokens, and the tokens themselves. */
export interface Sessions {
  /** The code that has not been used yet; there is always exactly one. */
  code(): string;
  /** A token for the right code, once; undefined for every other. */
  exchange(code: string): string | undefined;
  knows(token: string): boolean;
}

/**
 * Codes and tokens are chance of 256 bits, so nobody is locked out for guessing. The code stands in
 * an address, which may be kept in a browser's history: it is worth nothing once it was used.
 */
export function createSessions(): Sessions {
  let code = newSecret();
  const tokens: string[] = [];
  return {
    code: () => code,
    exchange(given) {
      if (!sameSecret(given, code)) return undefined;
      code = newSecret();
      const token = newSecret();
      tokens.push(token);
      if (tokens.length > limits.sessions) tokens.shift();
      return token;
    },
    knows(given) {
      // All are looked at, so that the time does not tell which one was near.
      return tokens.reduce((known, token) => sameSecret(given, token) || known, false);
    },
  };
}
