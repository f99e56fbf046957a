import type { Socket } from "node:net";
import { createSecureContext, type SecureContext, TLSSocket } from "node:tls";
import type { World, WorldAgent } from "../../machine/world.ts";
import { agentAnswer } from "../payment/agent-answer.ts";
import { type Authority, authority, leaf, newKey } from "./certificate.ts";
import { spanAt } from "./credentials.ts";
import { firstBytes } from "./first-bytes.ts";
import { type Accept, createListeners } from "./listeners.ts";
import { promptRefusals, serveWorlds, setKernel } from "./serve.ts";
import { handOver, webServer } from "./web.ts";

/**
 * One process for the programs that listen on the PC itself. Each brings an authority of its own,
 * which its installer puts into the PC's store.
 */

setKernel({ "ipv4/tcp_no_metrics_save": "1", ...promptRefusals });

const rootSpan = { from: Date.UTC(2000, 0, 1), to: Date.UTC(2049, 0, 1) };
const inca = authority("CN=INCA Internet Co., Ltd. CA,O=INCA Internet Co., Ltd.", rootSpan);
const interezen = authority("CN=INTEREZEN CA,O=INTEREZEN", rootSpan);
const other = authority("CN=Local Agent CA", rootSpan);
const names = ["127.0.0.1", "localhost", "pfs.nprotect.com"];
const key = newKey();
const keyPem = key.export({ type: "pkcs8", format: "pem" });
const listeners = createListeners();
const answers = new WeakMap<Socket, string>();
let current: World;
const contexts = new Map<string, SecureContext>();

function authorityAt(port: number): Authority {
  if (port >= 14_430 && port <= 14_449) return inca;
  return port >= 21_300 && port <= 21_400 ? interezen : other;
}

function contextFor({ port, certificate }: WorldAgent): SecureContext {
  const by = authorityAt(port);
  const span = spanAt(certificate === "expired" ? "expired" : "valid", Date.now());
  const id = `${by.keyId.toString("hex")} ${certificate} ${span.from}`;
  let context = contexts.get(id);
  if (context === undefined) {
    context = createSecureContext({ cert: leaf(names, span, key, by).pem + by.pem, key: keyPem });
    contexts.set(id, context);
  }
  return context;
}

const web = webServer();
web.on("request", (request, response) => {
  const url = URL.parse(request.url ?? "/", "https://127.0.0.1");
  if (url === null) return void request.socket.destroy();
  const answer = agentAnswer(current, url) ?? answers.get(request.socket) ?? "";
  if (answer === "silent") return;
  // Pages ask by JSONP where the browser of 2018 knew nothing better.
  const callback = url.searchParams.get("callback");
  const asked = callback !== null && /^[\w.$]{1,64}$/.test(callback);
  const type = asked ? "text/javascript" : "text/html";
  response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" });
  response.end(asked ? `${callback}(${JSON.stringify(answer)})` : answer);
});

async function serve(socket: Socket, agent: WorldAgent): Promise<void> {
  const first = await firstBytes(socket);
  if (first === undefined || socket.destroyed) return void socket.destroy();
  if (first[0] !== 0x16) {
    answers.set(socket, agent.answer);
    return handOver(web, socket, first);
  }
  socket.unshift(first);
  const secure = new TLSSocket(socket, { isServer: true, secureContext: contextFor(agent) });
  answers.set(secure, agent.answer);
  secure.on("error", () => secure.destroy());
  secure.once("secure", () => web.emit("connection", secure));
}

const certificates = [inca, interezen, other].map(({ pem }) => pem).join("");
serveWorlds({ "agent-cas.pem": certificates }, async (world) => {
  current = world;
  const wanted = world.pc.agents.filter(({ listening }) => listening);
  const accepts = wanted.map((agent): [string, Accept] => [
    `127.0.0.1:${agent.port}`,
    (socket) => void serve(socket, agent),
  ]);
  await listeners.set(new Map(accepts));
});
