import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { bundlePage } from "../../scripts/page/bundle.ts";
import type { Play } from "../../src/portal/stage/play.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");

/** The page over a play, as one document that may ask for nothing else. */
export async function stagePage(play: Play): Promise<string> {
  const { script, style } = await stageBundle();
  const data = JSON.stringify(play).replaceAll("<", "\\u003c");
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${sha256(script)}'`,
    `style-src 'sha256-${sha256(style)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Jochi</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<script type="application/json" id="play">${data}</script>
<script>${script}</script>
</body>
</html>
`;
}

let bundle: ReturnType<typeof bundlePage> | undefined;

/** Bundled once for a process. */
function stageBundle() {
  bundle ??= bundlePage("src/portal/stage/entry.tsx");
  return bundle;
}

export interface Stage {
  /** `http://127.0.0.1:PORT/NAME` shows the play of that name. */
  origin: string;
  close(): Promise<void>;
}

/** Serves plays by name on loopback. */
export async function serveStage(
  plays: Record<string, () => Promise<Play>>,
  port = 0,
): Promise<Stage> {
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? "/").slice(1).split("?")[0]!);
    const play = Object.hasOwn(plays, name) ? plays[name] : undefined;
    if (!play) {
      const links = Object.keys(plays).map((each) => `<li><a href="/${each}">${each}</a>`);
      response.writeHead(name === "" ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
      response.end(`<!DOCTYPE html><meta charset="utf-8"><ul>${links.join("")}</ul>`);
      return;
    }
    play()
      .then(stagePage)
      .then((page) => {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
        response.end(page);
      })
      .catch((error: unknown) => {
        response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
        response.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
      });
  });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const { port: own } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${own}`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
