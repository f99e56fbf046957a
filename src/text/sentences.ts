import { bundleChecks } from "./bundle-checks.ts";
import { bundleContainer } from "./bundle-container.ts";
import { bundleMedia } from "./bundle-media.ts";
import { bundleReceipt } from "./bundle-receipt.ts";
import { bundleTrust } from "./bundle-trust.ts";
import { carry } from "./carry.ts";
import { carryRemoved } from "./carry-removed.ts";
import { causeTable } from "./causes.ts";
import { decisions } from "./decisions.ts";
import { deploy } from "./deploy.ts";
import { embed } from "./embed.ts";
import { firewall } from "./firewall.ts";
import { firewallConfig } from "./firewall-config.ts";
import { guideAge } from "./guide-age.ts";
import { guideChange } from "./guide-change.ts";
import { guideChangeBrief } from "./guide-change-brief.ts";
import { guideDocument } from "./guide-document.ts";
import { guideRender } from "./guide-render.ts";
import { guideTest } from "./guide-test.ts";
import { guideTestFacts } from "./guide-test-facts.ts";
import { labels } from "./labels.ts";
import { lead } from "./lead.ts";
import { letter } from "./letter.ts";
import { portal } from "./portal.ts";
import { portalLead } from "./portal-lead.ts";
import { portalOffline } from "./portal-offline.ts";
import { portalTrouble } from "./portal-trouble.ts";
import { portalWayOut } from "./portal-way-out.ts";
import { reasons } from "./reasons.ts";
import { networkReasons } from "./reasons-network.ts";
import { pcReasons } from "./reasons-pc.ts";
import { serviceReasons } from "./reasons-service.ts";
import { siteReasons } from "./reasons-site.ts";
import { request } from "./request.ts";
import { treat } from "./treat.ts";
import { trust } from "./trust.ts";
import { ui } from "./ui.ts";
import type { Table } from "./words.ts";

/** Every sentence of the project by its key. */
export const sentences: Table = {
  ...bundleContainer,
  ...bundleMedia,
  ...reasons,
  ...networkReasons,
  ...serviceReasons,
  ...pcReasons,
  ...siteReasons,
  ...decisions,
  ...bundleChecks,
  ...bundleTrust,
  ...bundleReceipt,
  ...carry,
  ...carryRemoved,
  ...deploy,
  ...embed,
  ...guideAge,
  ...guideChange,
  ...guideChangeBrief,
  ...guideDocument,
  ...guideRender,
  ...guideTest,
  ...guideTestFacts,
  ...labels,
  ...lead,
  ...letter,
  ...ui,
  ...causeTable,
  ...firewall,
  ...firewallConfig,
  ...portal,
  ...portalLead,
  ...portalOffline,
  ...portalTrouble,
  ...portalWayOut,
  ...request,
  ...treat,
  ...trust,
};
