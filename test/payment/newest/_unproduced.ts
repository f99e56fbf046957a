const pageOfItsOwn =
  "the browser shows a page of its own in place of an empty window: wallet-window-unreachable";
const nosFirst = "the wallet asks NOS first, and shows install-page-again";
const installsFirst = "the page that installs it comes first: install-page-again";
const ieMode =
  "the Internet Explorer mode is a part of Windows that neither browser has. Where zones are in the registry, one header of the lab's servers stands in for what they do there: the cases of site.not-trusted and site.mistyped";

/** What the guide has behind a symptom and no lab of ours can truly show behind it. */
export const unproduced: { symptom: string; cause: string; why: string }[] = [
  { symptom: "verification-error-1", cause: "ie-mode.zones-differ", why: ieMode },
  {
    symptom: "verification-error-1",
    cause: "popup.blocked",
    why: "both browsers keep a window from opening at all; one that closes it again is an extension",
  },
  { symptom: "verification-error-2", cause: "ie-mode.zones-differ", why: ieMode },
  {
    symptom: "verification-error-2",
    cause: "browser.settings-damaged",
    why: "no leftover is known that keeps the window open and takes its opener away",
  },
  {
    symptom: "old-browser-message",
    cause: "browser.unsupported",
    why: "the message is for Internet Explorer before 9, of which the guide has no rule any more; to an old Edge the certificate window says environment-unsupported",
  },
  { symptom: "blank-window", cause: "tcp.reject", why: pageOfItsOwn },
  {
    symptom: "blank-window",
    cause: "tls.sni-drop",
    why: "the guide has no second name at the wallet's address, without which it cannot be told from a silent server",
  },
  { symptom: "blank-window", cause: "http.proxy-denied", why: pageOfItsOwn },
  { symptom: "blank-window", cause: "dns.nxdomain", why: pageOfItsOwn },
  {
    symptom: "install-page-again",
    cause: "program.outdated",
    why: "how a page asks an agent for its version is not public, so the wallet here does not",
  },
  {
    symptom: "nos-connection-poor",
    cause: "program.conflict",
    why: "the guide names no program that is in the way of NOS",
  },
  {
    symptom: "nos-proxy-detected",
    cause: "local.pac-wrong",
    why: "a script that sends this PC's own addresses to the proxy is found as proxy.captures-loopback",
  },
  { symptom: "nos-not-installed", cause: "program.missing", why: installsFirst },
  {
    symptom: "nos-not-installed",
    cause: "certificate.missing",
    why: "without the root the window stays away and nothing says so: certificate-window-missing",
  },
  {
    symptom: "nos-not-installed",
    cause: "certificate.distrusted",
    why: "without the root the window stays away and nothing says so: certificate-window-missing",
  },
  { symptom: "ipinside-not-installed", cause: "local-network-access.denied", why: nosFirst },
  { symptom: "certificate-window-missing", cause: "program.missing", why: installsFirst },
  { symptom: "certificate-window-missing", cause: "local-network-access.denied", why: nosFirst },
  {
    symptom: "certificate-window-missing",
    cause: "file.missing",
    why: "the page says so in a notice: nos-not-installed",
  },
  {
    symptom: "wallet-window-unreachable",
    cause: "tcp.drop",
    why: "the window stays empty until the browser gives up, after minutes: blank-window",
  },
  {
    symptom: "wallet-window-unreachable",
    cause: "net.no-route",
    why: "without a way out the merchant's page does not open either",
  },
];
