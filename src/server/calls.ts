import type { IncomingMessage, ServerResponse } from "node:http";
import { answerBytes, answerJson } from "./answer.ts";
import { asked, asks } from "./asks.ts";
import { readBody, readText } from "./body.ts";
import type { Desk } from "./desk.ts";
import { evidenceIn } from "./evidence-in.ts";
import type { Passed } from "./gate.ts";
import { limits } from "./limits.ts";
import { refuse } from "./refusal.ts";
import { streamed } from "./stream.ts";

/** One call of the page, which has shown a token. */
export interface Call {
  desk: Desk;
  request: IncomingMessage;
  response: ServerResponse;
  query: Passed["query"];
}

type Answer = (call: Call) => Promise<void>;

const body = (call: Call) => readBody(call.request);

/** Every call there is, by method and path; `wire.ts` says what they mean. */
export const calls: Readonly<Record<string, Answer>> = {
  "GET /api/state": async ({ desk, response }) => answerJson(response, 200, await desk.state()),

  "GET /api/guide": async ({ desk, response, query }) => {
    const name = query.get("name") ?? "";
    if (query.size !== 1) throw refuse("bad-request", "name");
    answerJson(response, 200, desk.guide(name));
  },

  "GET /api/journal": async ({ desk, response }) => answerJson(response, 200, await desk.journal()),

  "POST /api/diagnose": async (call) => {
    const { guide, symptom, answers } = asked(asks.diagnose, await body(call));
    const ask = { guide, ...(symptom !== undefined && { symptom }), ...(answers && { answers }) };
    await streamed(call.response, (stream) => call.desk.diagnose(ask, stream));
  },

  "POST /api/preview": async (call) => {
    const ask = asked(asks.preview, await body(call));
    answerJson(call.response, 200, await call.desk.preview(ask));
  },

  "POST /api/treat": async (call) => {
    const ask = asked(asks.treat, await body(call));
    await streamed(call.response, (stream) => call.desk.treat(ask, stream));
  },

  "POST /api/undo-preview": async (call) => {
    const { id } = asked(asks.undo, await body(call));
    answerJson(call.response, 200, await call.desk.previewUndo(id));
  },

  "POST /api/undo": async (call) => {
    const { id } = asked(asks.undo, await body(call));
    await streamed(call.response, (stream) => call.desk.undo(id, stream));
  },

  "POST /api/hand-over": async (call) => {
    const ask = asked(asks.handOver, await body(call));
    const { name, type, bytes } = await call.desk.handOver(ask);
    answerBytes(call.response, 200, type, bytes, {
      "Content-Disposition": `attachment; filename="${name}"`,
    });
  },

  "POST /api/way-out": async ({ desk, request, response }) => {
    const evidence = evidenceIn(await readText(request, limits.evidenceBytes));
    answerJson(response, 200, await desk.wayOut(evidence));
  },

  "POST /api/demo": async (call) => {
    const ask = asked(asks.demo, await body(call));
    answerJson(call.response, 200, await call.desk.demo(ask));
  },
};
