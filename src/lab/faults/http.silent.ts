import { isWeb } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const httpSilent = serviceFault({
  id: "http.silent",
  verdict: "http.silent",
  layer: "app",
  title: { ko: "HTTP 요청에 응답 없음", en: "The HTTP request is never answered" },
  on: isWeb,
  reach: "any",
  change: { behaviour: "http-silent" },
});
