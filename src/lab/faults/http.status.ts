import { isWeb } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const httpStatus = serviceFault({
  id: "http.status",
  verdict: "http.status",
  layer: "app",
  title: { ko: "HTTP 503 오류", en: "HTTP 503" },
  on: isWeb,
  reach: "host",
  change: { behaviour: "status-503" },
});
