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
];

/** A browser that the certificate window has no rule for. */
const unknownBrowser =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";

/** Those that a guide has a cause for. */
export function paymentTroubles({ causes }: Guide): PaymentTrouble[] {
  return all.filter(({ cause }) => causes.some(({ id }) => id === cause));
}
