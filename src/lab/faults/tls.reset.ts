import { isHttps } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const tlsReset = serviceFault({
  id: "tls.reset",
  verdict: "tls.reset",
  layer: "tls",
  title: { ko: "ClientHello 뒤 RST", en: "A reset follows the ClientHello" },
  on: isHttps,
  reach: "any",
  change: { behaviour: "reset" },
});
