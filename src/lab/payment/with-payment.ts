import { isIPv4 } from "../../evidence/ipv4.ts";
import type { Guide } from "../../guide/guide.ts";
import { hostMatches } from "../../guide/host.ts";
import type { World, WorldService } from "../../machine/world.ts";
import type { Payment, PaymentAgent, PaymentLimits, PaymentWorld, Place } from "./payment.ts";

/** Seconds and tries of the sample page and of the agents' script, as ms. Source: kftc-sample-page, nos-script. */
const usualLimits: PaymentLimits = {
  orderMs: 300,
  blockedMs: 1_000,
  workingMs: 600_000,
  askMs: 300,
  mostFailures: 15,
};

/** Documentation's own addresses (RFC 5737): public for a browser, and nobody's. */
const shopAddress = "203.0.113.80";
const httpsPort = 443;

/** What is to be otherwise than usual. */
export type PaymentChange = Partial<
  Pick<Payment, "values" | "session" | "included" | "userAgent">
> & {
  limits?: Partial<PaymentLimits>;
};

/**
 * The same world with a payment in it: a merchant's page, a wallet, and what they say. Undefined
 * where the guide names no page that opens a window, or none that the window leads to.
 */
export function withPayment(
  world: World,
  guide: Guide,
  change: PaymentChange = {},
): PaymentWorld | undefined {
  const shop = shopOf(guide);
  const wallet = walletOf(guide);
  if (shop === undefined || wallet === undefined) return undefined;
  const payment: Payment = {
    shop,
    wallet,
    messages: messagesOf(guide),
    browsers: browsersOf(guide),
    agents: agentsOf(guide),
    zones: guide.sites.every(({ onlyIn }) => onlyIn === "ie-mode") ? "ie-mode" : "always",
    certificateWindow: {
      folders: guide.files.map(({ paths }) => paths),
      roots: guide.certificates.map(({ candidates }) => candidates.map(({ subject }) => subject)),
    },
    values: change.values ?? usualValues(guide),
    certificates: [{ name: "홍길동 (모의 인증서)", ended: false }],
    session: change.session ?? "own",
    limits: { ...usualLimits, ...change.limits },
    ...(change.userAgent !== undefined && { userAgent: change.userAgent }),
    included: change.included ?? "",
  };
  const next = structuredClone(world);
  addHost(next, shop, shopAddress);
  // A guide that names the wallet's host has given it a place already.
  const placed = world.names[wallet.host.toLowerCase()]?.[0];
  addHost(next, wallet, placed ?? walletAddress(guide, wallet));
  return { ...next, payment };
}

/** The first origin that may open windows; of a pattern the name people would type. */
function shopOf({ popups }: Guide): Place | undefined {
  const origin = popups.flatMap(({ origins }) => origins)[0];
  if (origin === undefined) return undefined;
  const url = URL.parse(origin);
  if (url?.hostname) return { host: url.hostname, port: Number(url.port || httpsPort) };
  return { host: origin.replace(/^\*\./, "pay."), port: httpsPort };
}

/** The page that the guide knows below one of its sites. */
function walletOf({ sites }: Guide): Place | undefined {
  const page = sites.flatMap(({ pages = [] }) => pages)[0];
  const url = page && new URL(page.url);
  return url && { host: url.hostname, port: Number(url.port || httpsPort) };
}

/**
 * Where the wallet is. The tables do not always name it: it then stands at the first documented
 * address below the same site whose table opens the wallet's port, so that what stops that row stops
 * the wallet.
 */
function walletAddress(guide: Guide, { host, port }: Place): string {
  const site = guide.sites.find(({ pattern }) => hostMatches(pattern, host));
  const beside = guide.endpoints.find(
    (endpoint) =>
      (endpoint.host === host || (site && hostMatches(site.pattern, endpoint.host))) &&
      endpoint.ports.some((each) => each.port === port),
  );
  return beside?.addresses.find(isIPv4) ?? "203.0.113.81";
}

function messagesOf({ symptoms }: Guide): Payment["messages"] {
  return Object.fromEntries(
    symptoms.flatMap(({ id, message }) => (message === undefined ? [] : [[id, message]])),
  );
}

function agentsOf({ agents, programs }: Guide): PaymentAgent[] {
  return agents
    .filter(({ required, protocol }) => required && protocol === "https")
    .map(({ id, role, program, address, ports, path, expect }) => {
      const { name, download } = programs.find((each) => each.id === program) ?? {};
      return {
        id,
        role,
        program: name ?? program,
        download: download?.url ?? "",
        address,
        ports,
        path,
        expect: expect ?? "",
        older: agents
          .filter((other) => other.role === role && other.name !== undefined)
          .map((other) => ({ address: other.name!, ports: other.ports })),
      };
    });
}

/**
 * The guide's rules; where they know Internet Explorer no more, what the service tells it all the same,
 * from the version on that the message names.
 */
function browsersOf({ browsers, symptoms }: Guide): Payment["browsers"] {
  const rules = browsers.map(({ browser, minimumVersion, unsupportedMessage }) => ({
    browser: browser as string,
    minimumVersion,
    message: unsupportedMessage?.ko ?? "",
  }));
  if (rules.some(({ browser }) => browser === "ie")) return rules;
  const told = symptoms.flatMap(({ message = "" }) => {
    const version = /Internet Explorer (\d+)/.exec(message)?.[1];
    return version ? [{ browser: "ie", minimumVersion: Number(version), message }] : [];
  });
  return [...rules, ...told.slice(0, 1)];
}

/** A message that ends in `is null` names the value whose absence it reports. */
function usualValues({ symptoms }: Guide): Payment["values"] {
  const named = symptoms.flatMap(({ message }) => /^(\w+) is null$/.exec(message ?? "")?.[1] ?? []);
  const [first = "hd_approve_no"] = named;
  return { [first]: "20181101000001", hd_msg_code: "0200", hd_item_name: "모의 결제" };
}

function addHost(world: World, { host, port }: Place, address: string): void {
  const name = host.toLowerCase();
  world.names[name] = [...new Set([...(world.names[name] ?? []), address])];
  const authority = `${address}:${port}`;
  const known = world.services[authority];
  const fresh: WorldService = {
    protocol: "https",
    certificate: "valid",
    hosts: [],
    tls: "1.2+",
    behaviour: "normal",
  };
  const service = known ?? fresh;
  if (!service.hosts.includes(name)) service.hosts.push(name);
  world.services[authority] = service;
  const ruled = world.firewall.rules.some((rule) => rule.address === address && rule.port === port);
  if (!ruled) world.firewall.rules.push({ address, port, action: "accept" });
}
