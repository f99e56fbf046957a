import type { Action } from "./action.ts";

/**
 * Deletes temporary files, cookies, history, form data and saved passwords of Internet Explorer, as
 * its own window for that does. Nothing brings them back, and nothing shows afterwards that it was
 * done.
 *
 * Source: the bits that InetCpl.cpl's ClearMyTracksByProcess takes: 1 history, 2 cookies,
 * 8 temporary files, 16 form data, 32 passwords; together with those that always go with them 255.
 */
export const clearCache: Action = {
  id: "clear-cache",
  async plan({ machine }) {
    const elevated = await machine.system.elevated();
    if (elevated.state === "not-applicable")
      return {
        changes: [],
        refused: [{ code: "not-windows", subject: "Internet Explorer", with: {} }],
      };
    return {
      changes: [
        {
          kind: "run",
          program: "%SystemRoot%\\System32\\rundll32.exe",
          args: ["InetCpl.cpl,ClearMyTracksByProcess", String(everything)],
          files: [],
          timeoutMs: 120_000,
          visible: false,
          done: { sign: "none" },
          back: { way: "none" },
          kept: [],
          about: [{ key: "treat.about.cache-cleared", with: {} }],
        },
      ],
      refused: [],
    };
  },
};

const everything = 255;
