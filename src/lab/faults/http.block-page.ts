import { isWeb } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const httpBlockPage = serviceFault({
  id: "http.block-page",
  verdict: "http.block-page",
  layer: "app",
  title: { ko: "웹 차단 페이지", en: "A block page comes instead" },
  on: isWeb,
  reach: "any",
  change: { behaviour: "block-page" },
});
