import { isWeb } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const svcDown = serviceFault({
  id: "svc.down",
  verdict: "svc.down",
  layer: "app",
  title: {
    ko: "서비스 점검 중(Retry-After가 있는 503)",
    en: "The service says that it is down (503 with Retry-After)",
  },
  on: isWeb,
  reach: "host",
  change: { behaviour: "maintenance" },
});
