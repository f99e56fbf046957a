import type { Answer } from "./doctor.ts";
import type { Handed, Trouble } from "./wire.ts";

/** One line of a stream. */
export type Line = { type: string; [name: string]: unknown };

/** Calls of the program that has served this page. Each is answered; none throws. */
export interface Calls {
  get<T>(path: string): Promise<Answer<T>>;
  post<T>(path: string, body: object): Promise<Answer<T>>;
  /** Ends well where the last line was not an error. */
  stream(
    path: string,
    body: object,
    onLine: (line: Line) => void,
    signal?: AbortSignal,
  ): Promise<Answer<null>>;
  file(path: string, body: object): Promise<Answer<Handed>>;
}

const lineCharsMax = 64 * 1024 * 1024;

export function callsOf(token: string): Calls {
  const ask = (path: string, body?: object, signal?: AbortSignal) =>
    fetch(path, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal !== undefined && { signal }),
    });

  /** A call's answer, once it is no refusal. */
  async function answered<T>(
    asked: Promise<Response>,
    read: (response: Response) => Promise<Answer<T>>,
    signal?: AbortSignal,
  ): Promise<Answer<T>> {
    try {
      const response = await asked;
      if (!response.ok) return { ok: false, trouble: await troubleIn(response) };
      return await read(response);
    } catch {
      // A browser does not tell why; that nobody answers is what it comes to.
      return { ok: false, trouble: { code: signal?.aborted ? "stopped" : "gone" } };
    }
  }
  const json = async <T>(response: Response): Promise<Answer<T>> => ({
    ok: true,
    value: (await response.json()) as T,
  });

  return {
    get: <T>(path: string) => answered<T>(ask(path), json),
    post: <T>(path: string, body: object) => answered<T>(ask(path, body), json),
    stream: (path, body, onLine, signal) =>
      answered(ask(path, body, signal), (response) => linesOf(response, onLine), signal),
    file: (path, body) => answered(ask(path, body), fileIn),
  };
}

async function troubleIn(response: Response): Promise<Trouble> {
  const { error } = (await response.json()) as { error: Trouble };
  return error;
}

async function linesOf(response: Response, onLine: (line: Line) => void): Promise<Answer<null>> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  let trouble: Trouble | undefined;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const lines = (held + value).split("\n");
    held = lines.pop() ?? "";
    if (held.length > lineCharsMax) throw new RangeError("a line without an end");
    for (const text of lines.filter((each) => each !== "")) {
      const line = JSON.parse(text) as Line;
      if (line.type === "error") trouble = line.error as Trouble;
      else onLine(line);
    }
  }
  return trouble ? { ok: false, trouble } : { ok: true, value: null };
}

async function fileIn(response: Response): Promise<Answer<Handed>> {
  const named = /filename="([^"]*)"/.exec(response.headers.get("Content-Disposition") ?? "");
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get("Content-Type") ?? "";
  return { ok: true, value: { name: named?.[1] ?? "jochi", type, bytes } };
}
