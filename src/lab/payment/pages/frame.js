const { limits, fields } = payment;
const checkMs = 100;

/** Internet Explorer's version, from a user agent that names one; undefined for every other. */
const explorer = () => Number(/MSIE (\d+)/.exec(navigator.userAgent)?.[1]) || undefined;

const tooOld = payment.browsers.find(
  ({ browser, minimumVersion }) => browser === "ie" && explorer() < minimumVersion,
);
const forgotten = Object.keys(payment.values).find((name) => !fields[name]);

if (tooOld) alert(tooOld.message);
else if (forgotten) alert(`${forgotten} is null`);
else setTimeout(begin, limits.orderMs);

function begin() {
  const child = window.open("about:blank", "BANKPAYPOPUP", "width=720,height=600");
  window.opened = child;
  const began = Date.now();
  let sent = false;
  let answered = false;
  const timer = setInterval(() => {
    const tookMs = Date.now() - began;
    if (!child) {
      if (tookMs >= limits.blockedMs) end("popup-window-blocked");
    } else if (child.closed && !answered) end("verification-error-1");
    else if (!sent) proceed(child);
    else if (tookMs >= limits.workingMs) end("working-time-over");
  }, checkMs);

  function end(symptom) {
    clearInterval(timer);
    if (symptom) notice(symptom);
  }

  /** Only now the window, which is empty so far, is sent to the wallet. */
  function proceed(window) {
    sent = true;
    try {
      window.document.title = "BankPay";
    } catch {
      return end("verification-error-2");
    }
    const form = document.getElementById("start");
    form.action = `${urlOf(payment.wallet)}/StartBankPay.do`;
    fill(form, fields);
    form.submit();
  }

  addEventListener("message", ({ origin, data }) => {
    if (origin !== urlOf(payment.wallet)) return;
    answered = true;
    if (data.said !== "complete") return;
    end();
    parent.postMessage(data, location.origin);
  });
}
