import { isWeb } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const httpReset = serviceFault({
  id: "http.reset",
  verdict: "http",
  layer: "app",
  title: { ko: "HTTP 요청 뒤 RST", en: "A reset follows the HTTP request" },
  on: isWeb,
  reach: "any",
  change: { behaviour: "http-reset" },
});
