import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Guide } from "../../guide/guide.ts";
import { loadGuide } from "../../guide/load.ts";
import { worldOf } from "../world-of.ts";
import { paymentAnswer } from "./answer.ts";
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
