import type { Page } from "./page.ts";

/** `unknown`: this browser cannot tell a program that is not there from one that says little. */
export type PortAnswer = "answers" | "silent" | "unknown";

/**
 * Knocks at one port of this PC and reads nothing of what comes back. Whether there is an answer at
 * all, a page learns from an opaque request or from a WebSocket; a picture only tells where the
 * answer happens to be one.
 */
export function askPort(
  page: Page,
  url: string,
  aborted: unknown,
  tell: (answer: PortAnswer) => void
): void {
  // What a page of https may not ask over http is kept back, which looks like silence.
  var sure = url.indexOf("http:") !== 0 || page.location.protocol === "http:";

  function failed(): void {
    tell(sure ? "silent" : "unknown");
  }
  function answered(): void {
    tell("answers");
  }

  try {
    if (url.indexOf("wss:") === 0) {
      if (!page.WebSocket) {
        tell("unknown");
        return;
      }
      var socket = new page.WebSocket(url);
      socket.onopen = function () {
        answered();
        socket.close();
      };
      socket.onerror = failed;
    } else if (canFetch(page)) {
      page.fetch!(url, {
        mode: "no-cors",
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: aborted
      }).then(answered, failed);
    } else {
      var picture = new page.Image();
      picture.onload = answered;
      picture.onerror = function () {
        tell("unknown");
      };
      picture.src = url;
    }
  } catch (_) {
    tell("unknown");
  }
}

/** A fetch of the browser's own: what scripts put in its place knows no opaque requests. */
export function canFetch(page: Page): boolean {
  return !!(page.fetch && page.Request && "cache" in page.Request.prototype);
}
