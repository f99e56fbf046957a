import { useEffect, useRef, useState } from "preact/hooks";
import { say } from "../../text/say.ts";
import type { CodePicture, WayOut } from "../wire.ts";
import { useReady } from "./page.tsx";

type Series = NonNullable<WayOut["series"]>;

/** Codes one at a time, as large as there is room for; on paper there are all of them. */
export function Codes({ series }: { series: Series }) {
  const { model, t } = useReady();
  const { lang } = model;
  const { id, needed, codes } = series;
  const total = codes.length;
  const [now, turn] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // A code of which only half is seen cannot be scanned.
    heading.current?.scrollIntoView();
  }, []);
  // In any order will do, so that after the last comes the first.
  const go = (by: number) => turn((now + by + total) % total);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    go(by);
  };
  return (
    <div class="codes-shown">
      <h3 ref={heading} tabIndex={-1}>
        {say(lang, "carry.sheet.title")}
      </h3>
      <p>{say(lang, "carry.sheet.lead", { total, needed })}</p>
      <p class="unseen" role="status">
        {say(lang, "carry.sheet.code", { at: now + 1, total })}
      </p>
      <div class="codes">
        {codes.map((code, at) => (
          <Code key={code.path} code={code} at={at + 1} total={total} isNow={at === now} />
        ))}
      </div>
      <p class="buttons turning">
        <button type="button" onClick={() => go(-1)} onKeyDown={onKeyDown}>
          {t("way-out.codes.before")}
        </button>
        <button type="button" class="strong" onClick={() => go(1)} onKeyDown={onKeyDown}>
          {t("way-out.codes.next")}
        </button>
        <button type="button" onClick={printCodes}>
          {t("way-out.codes.print")}
        </button>
      </p>
      <p class="hint">
        {say(lang, "carry.sheet.lead.back")} {t("way-out.codes.series", { series: id })}
      </p>
    </div>
  );
}

interface CodeProps {
  code: CodePicture;
  at: number;
  total: number;
  isNow: boolean;
}

/** Always dark on light, whatever the page's colours: some readers know no other. */
function Code({ code: { side, path }, at, total, isNow }: CodeProps) {
  const { model, t } = useReady();
  return (
    <figure class={isNow ? "qr" : "qr qr-other"}>
      <svg
        viewBox={`0 0 ${side} ${side}`}
        role="img"
        aria-label={t("way-out.codes.alt", { at, total })}
        shape-rendering="crispEdges"
      >
        <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
        <path fill="#000" d={path} />
      </svg>
      <figcaption>{say(model.lang, "carry.sheet.code", { at, total })}</figcaption>
    </figure>
  );
}

/** The codes alone, without the rest of the screen. */
function printCodes(): void {
  const { classList } = document.documentElement;
  classList.add("print-codes");
  addEventListener("afterprint", () => classList.remove("print-codes"), { once: true });
  print();
}
