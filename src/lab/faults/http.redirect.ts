import { isWeb } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const httpRedirect = serviceFault({
  id: "http.redirect",
  verdict: "http.block-page",
  layer: "app",
  title: { ko: "차단 페이지로 이동", en: "A redirect leads to a block page" },
  on: isWeb,
  reach: "any",
  change: { behaviour: "redirect-to-block-page" },
});
