import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Lamp } from "../find-map.ts";

/** The heading of a screen: it takes the focus, so that it is read out and Tab goes on from it. */
export function Title({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Not on the first screen: whoever opens a page begins at its top.
    if (document.body.dataset.begun === "yes") heading.current?.focus();
    document.body.dataset.begun = "yes";
    window.scrollTo(0, 0);
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** The heading of a part that opens in the middle of a screen: there the person goes on. */
export function PartTitle({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

/** Where what had the focus goes away, the screen's heading takes it. */
export function focusTitle(): void {
  document.querySelector<HTMLElement>("h1")?.focus();
}

interface FoldProps {
  title: string;
  /** So long after the screen what is inside is drawn, ms: whatever is large lets the rest go first. */
  laterMs?: number;
  children: ComponentChildren;
}

/** Shown when asked for. */
export function Fold({ title, laterMs = 0, children }: FoldProps) {
  const [drawn, draw] = useState(laterMs === 0);
  useEffect(() => {
    if (drawn) return;
    const timer = setTimeout(() => draw(true), laterMs);
    return () => clearTimeout(timer);
  }, [drawn, laterMs]);
  return (
    <details class="fold" onToggle={() => draw(true)}>
      <summary>{title}</summary>
      <div class="fold-inside">{drawn && children}</div>
    </details>
  );
}

export type Tone = "plain" | "good" | "bad" | "care";

const toneMarks = { plain: "looked", good: "ok", bad: "bad", care: "care" } as const;

/** A sentence that stands out. */
export function Note({ tone = "plain", children }: { tone?: Tone; children: ComponentChildren }) {
  return (
    <div class={`note note-${tone}`}>
      <Light lamp={toneMarks[tone]} />
      <div>{children}</div>
    </div>
  );
}

const shapes: Record<Lamp | "care", string> = {
  care: "M10 5.5v5M10 14v.6",
  waiting: "M10 10h.01",
  looked: "M10 9.5v5M10 5.5v1",
  ok: "M5 10.5l3.5 3.5l7-8",
  bad: "M6 6l8 8m0-8l-8 8",
  unsure: "M7 7.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1-1.5 2.2M10 15v.6",
};

/** A lamp tells by its shape as well as by its colour; words always stand beside it. */
export function Light({ lamp }: { lamp: Lamp | "care" }) {
  return (
    <svg class={`light light-${lamp}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <circle cx="10" cy="10" r="9" />
      <path d={shapes[lamp]} />
    </svg>
  );
}

/** Lines of text that a program wrote: as they are. */
export function Exact({ lines }: { lines: readonly string[] }) {
  return (
    <pre class="exact">
      <code>{lines.join("\n")}</code>
    </pre>
  );
}

export function List({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

interface ConsentWords {
  agree: string;
  decline: string;
  onAgree(): void;
  onDecline(): void;
}

/** Whether what was shown is to be done. Either way the screen changes, and is read from its heading on. */
export function Consent({ agree, decline, onAgree, onDecline }: ConsentWords) {
  const then = (go: () => void) => () => {
    go();
    focusTitle();
  };
  return (
    <p class="buttons">
      <button type="button" class="strong" onClick={then(onAgree)}>
        {agree}
      </button>
      <button type="button" onClick={then(onDecline)}>
        {decline}
      </button>
    </p>
  );
}

/** Someone is waiting: words, and a bar that moves where motion is welcome. */
export function Waiting({ children }: { children: ComponentChildren }) {
  return (
    <p class="waiting" role="status">
      <span class="waiting-bar" aria-hidden="true" />
      {children}
    </p>
  );
}
