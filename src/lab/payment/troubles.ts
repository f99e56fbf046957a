import type { Guide } from "../../guide/guide.ts";
import type { Text } from "../../guide/schema/common.ts";
import type { Payment } from "./payment.ts";

/** What goes wrong with a payment although PC and network are in order: only a person can tell. */
export interface PaymentTrouble {
  /** Begins with `payment.`, as no fault's does. */
  id: string;
  title: Required<Text>;
  /** The guide's name for it. */
  cause: string;
  apply(payment: Payment): Payment;
}

const all: readonly PaymentTrouble[] = [
  {
    id: "payment.value-missing",
    title: {
      ko: "결제 사이트가 값을 빠뜨림",
      en: "The paying site forgets a value",
    },
    cause: "merchant.request-incomplete",
    apply(payment) {
      const [first] = Object.keys(payment.values);
      return first === undefined
        ? payment
        : { ...payment, values: { ...payment.values, [first]: "" } };
    },
  },
  {
    id: "payment.remote-session",
    title: { ko: "원격 접속으로 결제함", en: "The payer sits at another PC" },
    cause: "session.remote",
    apply: (payment) => ({ ...payment, session: "remote" }),
  },
  {
    id: "payment.other-browser",
    title: {
      ko: "인증서 창이 모르는 브라우저로 결제함",
      en: "The payer's browser is one that the certificate window does not know",
    },
    cause: "browser.other",
    apply: (payment) => ({ ...payment, userAgent: unknownBrowser }),
  },
  {
    id: "payment.internet-explorer",
    title: {
      ko: "오래된 Internet Explorer로 결제함",
      en: "The payer pays in an old Internet Explorer",
    },
    cause: "browser.other",
    apply: (payment) => ({ ...payment, userAgent: oldExplorer }),
  },
  {
    id: "payment.broken-off",
    title: {
      ko: "끊긴 결제의 쿠키가 브라우저에 남음",
      en: "A payment that was broken off left its cookie in the browser",
    },
    cause: "browser.settings-damaged",
    apply: (payment) => ({ ...payment, brokenOff: true }),
  },
  {
    id: "payment.agent-busy",
    title: {
      ko: "다른 창이 IPinside를 붙들고 있음",
      en: "Another window keeps IPinside busy",
    },
    cause: "agent.busy",
    apply(payment) {
      const agent = payment.agents.find(({ role }) => role === "ipinside");
      return agent ? { ...payment, busyAgent: agent.id } : payment;
    },
  },
  {
    id: "payment.certificate-expired",
    title: { ko: "내 인증서가 만료됨", en: "The payer's own certificate has expired" },
    cause: "payer.certificate-expired",
    apply: (payment) => ({
      ...payment,
      certificates: payment.certificates.map((one) => ({ ...one, ended: true })),
    }),
  },
  {
    id: "payment.maintenance",
    title: { ko: "전자지갑이 점검 중", en: "The wallet is under maintenance" },
    cause: "provider.maintenance",
    apply: (payment) => ({ ...payment, maintenance: true }),
  },
];

/** A browser that the certificate window has no rule for. */
const unknownBrowser =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";

const oldExplorer = "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0)";

/** Those that a guide has a cause for. */
export function paymentTroubles({ causes }: Guide): PaymentTrouble[] {
  return all.filter(({ cause }) => causes.some(({ id }) => id === cause));
}
