import type { HttpAnswer, HttpOptions } from "../machine.ts";
import type { WorldProxy, WorldService } from "../world.ts";
import { splitAuthority } from "./place.ts";

/** Where an office's filter sends those it stops. */
export const blockPageUrl = "http://blocked.lab.invalid/";

const blockPage = (host: string) => `<!DOCTYPE html>
<html lang="ko"><head><meta charset="utf-8"><title>접속 차단 안내 - 유해사이트 차단시스템</title></head>
<body><h1>접속이 차단되었습니다</h1>
<p>요청하신 사이트(${host})는 사내 정보보안 정책에 의하여 접속이 차단되었습니다.</p>
<p>차단 사유: 업무 외 사이트 / 정책명: Default-Deny</p>
<p>업무상 필요한 경우 정보보안팀에 예외를 신청하십시오. (Access to this site has been blocked.)</p>
</body></html>
`;

const maintenancePage = `<!DOCTYPE html>
<html lang="ko"><head><meta charset="utf-8"><title>서비스 점검 안내</title></head>
<body><h1>시스템 점검 중입니다</h1><p>(Down for maintenance.)</p></body></html>
`;

const frontPage = (host: string) => `<!DOCTYPE html>
<html lang="ko"><head><meta charset="utf-8"><title>${host}</title></head>
<body><p>${host}</p></body></html>
`;

function page(status: number, body: string, at: number, headers: Record<string, string> = {}) {
  const date = new Date(at).toUTCString();
  const contentType = "text/html; charset=utf-8";
  return { status, headers: { date, "content-type": contentType, ...headers }, body };
}

/** What a web server, or the filter that speaks in its name, answers; `at` is its own clock. */
export function webAnswer(
  behaviour: WorldService["behaviour"],
  options: Pick<HttpOptions, "host" | "method">,
  at: number,
): HttpAnswer {
  const host = options.host.replace(/:\d+$/, "");
  if (options.method === "CONNECT") return page(405, "Method Not Allowed\n", at);
  switch (behaviour) {
    case "block-page":
      return page(200, blockPage(host), at, { server: "Lab-WebFilter" });
    case "redirect-to-block-page":
      return page(302, "", at, { server: "Lab-WebFilter", location: blockPageUrl });
    case "status-503":
      return page(503, "<h1>503 Service Unavailable</h1>\n", at, { server: "lab" });
    case "maintenance":
      return page(503, maintenancePage, at, { server: "lab", "retry-after": "3600" });
    default:
      return page(200, frontPage(host), at, { server: "lab" });
  }
}

/** What a proxy says before it passes anything on; `undefined` where it would pass it on. */
export function proxyRefusal(
  proxy: WorldProxy,
  target: { host: string; port: number; connect: boolean },
  at: number,
): HttpAnswer | undefined {
  const { host, port, connect } = target;
  if (proxy.authentication === "required") {
    const headers = { server: "lab-proxy", "proxy-authenticate": "NTLM" };
    return page(407, "Proxy Authentication Required\n", at, headers);
  }
  const portDenied = connect && proxy.connectPorts && !proxy.connectPorts.includes(port);
  if (portDenied || proxy.deniedHosts.includes(host)) {
    return page(403, "Access Denied by proxy policy\n", at, { server: "lab-proxy" });
  }
  return undefined;
}

export const proxyAnswer = {
  connected: (): HttpAnswer => ({ status: 200, headers: {}, body: "" }),
  unavailable: (at: number) => page(503, "No way to the host\n", at, { server: "lab-proxy" }),
  badRequest: (at: number) => page(400, "Bad Request\n", at, { server: "lab-proxy" }),
};

/** Whom a request through a proxy is for. */
export function proxyTarget(options: Pick<HttpOptions, "method" | "path">) {
  if (options.method === "CONNECT") {
    const authority = splitAuthority(options.path);
    return authority && { ...authority, connect: true };
  }
  const url = URL.parse(options.path);
  if (url === null || url.protocol !== "http:") return undefined;
  return { host: url.hostname, port: Number(url.port || 80), connect: false };
}
