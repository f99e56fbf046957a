import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Guide } from "../../guide/guide.ts";
import { loadGuide } from "../../guide/load.ts";
import type { World } from "../../machine/world.ts";
import { aim, applyFaults } from "../faults/apply.ts";
import { worldOf } from "../world-of.ts";
import { agentAnswer } from "./agent-answer.ts";
import { paymentAnswer } from "./answer.ts";
import { settingsOf } from "./payer-settings.ts";
import type { OwnCertificate, PaymentWorld } from "./payment.ts";
import { paymentTroubles } from "./troubles.ts";
import { withPayment } from "./with-payment.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const world = worldOf(guide);
const ask = (host: string, path = "/") => ({ host, path, fields: {} });

describe("a world with a payment in it", () => {
  it("stands where the guide's sites and pop-ups say", () => {
    const before = structuredClone(world);
    const made = withPayment(world, guide)!;
    assert.deepEqual(world, before);
    assert.deepEqual(made.payment.shop, { host: "pay.lgcns.com", port: 443 });
    assert.deepEqual(made.payment.wallet, { host: "www.bankpay.or.kr", port: 7443 });
    // What stops the documented row of that port stops the wallet as well.
    assert.deepEqual(made.names["www.bankpay.or.kr"], made.names["pg.bankpay.or.kr"]);
    const { hosts } = made.services["203.175.190.200:7443"]!;
    assert.deepEqual(hosts, ["pg.bankpay.or.kr", "www.bankpay.or.kr"]);
  });

  it("speaks in the guide's words", () => {
    const { payment } = withPayment(world, guide)!;
    for (const { id, message } of guide.symptoms) assert.equal(payment.messages[id], message);
    assert.equal(payment.browsers[0]?.message, guide.browsers[0]?.unsupportedMessage?.ko);
    assert.deepEqual(Object.keys(payment.values)[0], "hd_approve_no");
  });

  it("is made of another guide without a line of code", () => {
    const other: Guide = {
      ...guide,
      popups: guide.popups.map((rule) => ({ ...rule, origins: ["https://shop.example.kr"] })),
      sites: [
        {
          ...guide.sites[1]!,
          pattern: "*.wallet.example",
          pages: [{ ...guide.sites[1]!.pages![0]!, url: "https://w.wallet.example:9443/" }],
        },
      ],
      symptoms: [{ ...guide.symptoms[0]!, message: "다른 문구" }],
      agents: [],
    };
    const made = withPayment(worldOf(other), other)!;
    assert.deepEqual(made.payment.shop, { host: "shop.example.kr", port: 443 });
    assert.deepEqual(made.payment.wallet, { host: "w.wallet.example", port: 9443 });
    assert.deepEqual(Object.values(made.payment.messages), ["다른 문구"]);
    assert.deepEqual(made.payment.agents, []);
    const page = paymentAnswer(made, ask("w.wallet.example:9443", "/StartBankPay.do"));
    assert.match(page?.body ?? "", /다른 문구/);
  });

  it("is none where the guide knows no window or no page", () => {
    assert.equal(withPayment(world, { ...guide, popups: [] }), undefined);
    const sites = guide.sites.map(({ pages: _, ...site }) => site);
    assert.equal(withPayment(world, { ...guide, sites }), undefined);
  });

  it("answers for its own hosts and pages alone", () => {
    const made = withPayment(world, guide)!;
    assert.equal(paymentAnswer(made, ask("pay.lgcns.com"))?.status, 200);
    assert.equal(paymentAnswer(made, ask("pay.lgcns.com", "/../package.json")), undefined);
    assert.equal(paymentAnswer(made, ask("pay.lgcns.com", "/StartBankPay.do")), undefined);
    assert.equal(paymentAnswer(made, ask("www.bankpay.or.kr")), undefined);
    assert.equal(paymentAnswer(world, ask("pay.lgcns.com")), undefined);
  });

  it("keeps what was posted from ending the page's data", () => {
    const made = withPayment(world, guide)!;
    const fields = { hd_approve_no: "</script><script>alert(1)</script>" };
    const page = paymentAnswer(made, { ...ask("pay.lgcns.com", "/order"), fields });
    assert.ok(page?.body.includes("\\u003c/script>"));
    assert.ok(!page?.body.includes("alert(1)</script>"));
  });

  it("parts the two pages where this PC has them in different zones", () => {
    const made = withPayment(world, guide)!;
    const without = (site: string) => {
      const next = structuredClone(made);
      const { pattern } = guide.sites.find(({ id }) => id === site)!;
      const { facts } = next.pc;
      facts!.zoneEntries = facts!.zoneEntries.filter(({ entry }) => entry !== pattern);
      return next;
    };
    const wallet = ask("www.bankpay.or.kr:7443", "/StartBankPay.do");
    const frame = ask("pay.lgcns.com", "/bankpay");
    const names = (answer: ReturnType<typeof paymentAnswer>) => Object.keys(answer!.headers).sort();
    const plain = ["content-type"];
    assert.deepEqual(names(paymentAnswer(made, wallet)), plain);
    assert.deepEqual(names(paymentAnswer(made, frame)), plain);
    const lost = paymentAnswer(without("bankpay"), wallet);
    assert.deepEqual(names(lost), [...plain, "cross-origin-opener-policy"]);
    assert.deepEqual(names(paymentAnswer(without("bankpay"), frame)), plain);
    const useless = paymentAnswer(without("lgcns"), frame);
    assert.deepEqual(names(useless), ["content-security-policy", ...plain]);
    assert.deepEqual(names(paymentAnswer(without("lgcns"), wallet)), plain);
  });
});

describe("a payment by the newest edition", () => {
  const newest = loadGuide("bankpay-transfer");
  const made = withPayment(worldOf(newest), newest)!;
  const { payment } = made;
  const walletPage = ask("www.bankpay.or.kr:7443", "/StartBankPay.do");
  const asked = (path: string) => new URL(path, "https://127.0.0.1");
  const broken = (id: string): PaymentWorld => {
    const trouble = paymentTroubles(newest).find((each) => each.id === id)!;
    return { ...made, payment: trouble.apply(payment) };
  };

  it("has every trouble that the edition has a cause for", () => {
    const troubles = paymentTroubles(newest);
    assert.equal(new Set(troubles.map(({ id }) => id)).size, troubles.length);
    for (const { id, apply } of troubles) assert.notDeepEqual(apply(payment), payment, id);
  });

  it("tells old versions of Internet Explorer what the service tells them, without a rule", () => {
    const { message } = newest.symptoms.find(({ id }) => id === "old-browser-message")!;
    const own = payment.browsers.filter(({ browser }) => browser === "ie");
    assert.deepEqual(own, [{ browser: "ie", minimumVersion: 9, message }]);
  });

  it("asks older versions of a program by their name", () => {
    const nos = payment.agents.find(({ role }) => role === "nos")!;
    assert.deepEqual(nos.older, [
      { address: "pfs.nprotect.com", ports: { first: 14430, count: 10 } },
    ]);
    assert.deepEqual(payment.agents.find(({ role }) => role === "ipinside")!.older, []);
  });

  it("parts the pages in the Internet Explorer mode alone", () => {
    const parts = (world: World) =>
      Object.keys(paymentAnswer(world, walletPage)!.headers).includes("cross-origin-opener-policy");
    const fault = aim("site.not-trusted:bankpay", made, newest);
    const inMode = applyFaults(made, newest, [fault]);
    assert.equal(parts(inMode), true);
    const { facts } = inMode.pc;
    const plain = { ...facts!, browserPolicies: [] };
    assert.equal(parts({ ...inMode, pc: { ...inMode.pc, facts: plain } } as World), false);
    assert.equal(parts(made), false);
  });

  it("leaves the sign of a payment that was broken off with the browser", () => {
    assert.equal(paymentAnswer(made, walletPage)?.headers["set-cookie"], undefined);
    const left = paymentAnswer(broken("payment.broken-off"), walletPage);
    assert.match(left?.headers["set-cookie"] ?? "", /^paying=1; Max-Age=\d+;/);
  });

  it("shows every visitor that it is under maintenance, and the shop stays open", () => {
    const closed = broken("payment.maintenance");
    assert.match(paymentAnswer(closed, walletPage)?.body ?? "", /data-at="maintenance"/);
    assert.match(paymentAnswer(closed, ask("pay.lgcns.com"))?.body ?? "", /data-at="shop"/);
  });

  it("keeps one program busy and the other free", () => {
    const busy = broken("payment.agent-busy");
    assert.equal(agentAnswer(busy, asked("/?t=V")), "silent");
    assert.equal(agentAnswer(busy, asked("/?t=V&callback=answered")), "silent");
    assert.equal(agentAnswer(busy, asked("/")), undefined);
    assert.equal(agentAnswer(made, asked("/?t=V")), undefined);
  });

  it("lists the payer's own certificates, those that have ended as well", () => {
    const ended = (world: World) =>
      JSON.parse(agentAnswer(world, asked("/?code=certificates")) ?? "[]").map(
        (one: OwnCertificate) => one.ended,
      );
    assert.deepEqual(ended(made), [false]);
    assert.deepEqual(ended(broken("payment.certificate-expired")), [true]);
  });

  it("has the payer's browser ask where a browser of this PC asks, and name itself as it is", () => {
    const settings = (name: string) =>
      settingsOf(applyFaults(made, newest, [aim(name, made, newest)]), newest);
    assert.ok(settingsOf(made, newest).loopback.length > 0);
    assert.deepEqual(settings("local-network-access.asks").loopback, []);
    assert.match(settings("browser.unsupported").userAgent ?? "", / Edg\/82\.0$/);
    assert.equal(settingsOf(made, newest).userAgent, undefined);
  });
});
