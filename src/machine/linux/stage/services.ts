import http from "node:http";
import net from "node:net";
import tls from "node:tls";
import type { WorldProxy, WorldService } from "../../world.ts";
import type { Issued } from "./certificates.ts";

/** Real servers on loopback that behave as a world's services are said to. */

/** An empty directory's whole answer to a search: done, success. */
const ldapDone = Buffer.from("300c02010165070a010004000400", "hex");
/** A fatal internal_error alert. */
const internalError = Buffer.from("15030300020250", "hex");
const notHttp = "SSH-2.0-OpenSSH_9.6\r\n";

export function serviceServer(service: WorldService, issued: Issued | undefined): net.Server {
  switch (service.behaviour) {
    case "silent":
      return net.createServer(ignoreErrors);
    case "reset":
      return onFirstBytes((socket) => socket.resetAndDestroy());
    case "accept-then-reset":
      return net.createServer((socket) => socket.resetAndDestroy());
    case "fin":
      return onFirstBytes((socket) => socket.end());
    case "garbage":
      return onFirstBytes((socket) => socket.write(notHttp));
    case "plain-http":
      return webServer(service);
    default:
  }
  if (service.protocol === "ldap") return directory();
  if (service.protocol === "tcp") return net.createServer(ignoreErrors);
  if (service.protocol === "http") return webServer(service);
  if (service.tls === "alert") return onFirstBytes((socket) => socket.end(internalError));
  return secureServer(service, issued);
}

function secureServer(service: WorldService, issued: Issued | undefined): net.Server {
  const web = webServer(service);
  const old = service.tls === "1.0";
  const asks = service.tls.startsWith("client-certificate");
  const server = tls.createServer({
    cert: issued?.chain,
    key: issued?.key,
    requestCert: asks,
    rejectUnauthorized: asks,
    minVersion: old ? "TLSv1" : "TLSv1.2",
    maxVersion: old ? "TLSv1.1" : service.tls.endsWith("1.2") ? "TLSv1.2" : "TLSv1.3",
    ...(old ? { ciphers: "DEFAULT@SECLEVEL=0" } : {}),
  });
  server.on("secureConnection", (socket) => {
    ignoreErrors(socket);
    web.emit("connection", socket);
  });
  return server.on("tlsClientError", () => {});
}

function webServer(service: WorldService): http.Server {
  return http.createServer((request, response) => {
    if (service.behaviour === "http-silent") return;
    if (service.behaviour === "http-reset") {
      request.socket.resetAndDestroy();
      return;
    }
    response.setHeader("Server", "lab").setHeader("X-Dropped", "1");
    response.writeHead(service.behaviour === "status-503" ? 503 : 200);
    response.end(`<p>${request.headers.host}</p>`.padEnd(4_000, " "));
  });
}

export function proxyServer(proxy: WorldProxy): http.Server {
  const server = http.createServer((_request, response) => response.writeHead(400).end());
  return server.on("connect", (request, socket) => {
    ignoreErrors(socket as net.Socket);
    const [host = "", port = ""] = (request.url ?? "").split(":");
    if (proxy.authentication === "required") {
      return refuse(socket as net.Socket, "407 Proxy Authentication Required");
    }
    const denied = proxy.deniedHosts.includes(host);
    if (denied || (proxy.connectPorts && !proxy.connectPorts.includes(Number(port)))) {
      return refuse(socket as net.Socket, "403 Forbidden");
    }
    const onward = net.connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      socket.pipe(onward).pipe(socket);
    });
    ignoreErrors(onward);
    socket.on("close", () => onward.destroy());
  });
}

function refuse(socket: net.Socket, status: string) {
  const page = "Access Denied by proxy policy\n";
  const head = `HTTP/1.1 ${status}\r\nProxy-Authenticate: NTLM\r\nContent-Length: ${page.length}`;
  socket.end(`${head}\r\n\r\n${page}`);
}

function directory(): net.Server {
  return net.createServer((socket) => {
    ignoreErrors(socket);
    socket.on("data", () => socket.write(ldapDone));
  });
}

function onFirstBytes(act: (socket: net.Socket) => void): net.Server {
  return net.createServer((socket) => {
    ignoreErrors(socket);
    socket.once("data", () => act(socket));
  });
}

/** The client leaves whenever it likes. */
function ignoreErrors(socket: net.Socket) {
  socket.on("error", () => {});
}
