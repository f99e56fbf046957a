import type { ComponentChildren } from "preact";
import { screenWords } from "../../text/screens.ts";
import { useSecond } from "../second.ts";

/**
 * The parts that pictures are drawn of. A picture is decoration beside words that say the same, so
 * none of them speaks; colours come from the page's style, so that they follow light and dark.
 */
export interface PictureProps {
  /** The message on the screen, to the letter, where the guide has one. */
  message?: string | undefined;
}

export const width = 240;
export const height = 140;

interface PictureBox {
  /** Of 240 in width. */
  tall?: number;
  children: ComponentChildren;
}

/** The first pictures come after their frames: most of what the first screen consists of is theirs. */
export function Picture({ tall = height, children }: PictureBox) {
  const drawn = useSecond();
  return (
    <svg class="picture" viewBox={`0 0 ${width} ${tall}`} aria-hidden="true" focusable="false">
      {drawn && children}
    </svg>
  );
}

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A window with its title bar. */
export function Frame({
  x,
  y,
  w,
  h,
  title,
  children,
}: Box & { title?: string; children?: ComponentChildren }) {
  return (
    <g>
      <rect class="pic-window" x={x} y={y} width={w} height={h} rx="4" />
      <path class="pic-bar" d={`M${x} ${y + 14}v-10a4 4 0 0 1 4-4h${w - 8}a4 4 0 0 1 4 4v10z`} />
      {title && (
        <text class="pic-small" x={x + 7} y={y + 10.5}>
          {title}
        </text>
      )}
      <path class="pic-line" d={`M${x + w - 12} ${y + 4}l6 6m0-6l-6 6`} />
      {children}
    </g>
  );
}

/** A browser window; the address bar may hold an address. */
export function Browser({
  x,
  y,
  w,
  h,
  address,
  children,
}: Box & { address?: string; children?: ComponentChildren }) {
  return (
    <Frame x={x} y={y} w={w} h={h}>
      <rect class="pic-field" x={x + 6} y={y + 18} width={w - 12} height="11" rx="5" />
      {address && (
        <text class="pic-small" x={x + 12} y={y + 26.5}>
          {address}
        </text>
      )}
      {children}
    </Frame>
  );
}

/** Grey lines that stand for the text of a page. */
export function Lines({ x, y, widths }: { x: number; y: number; widths: readonly number[] }) {
  return (
    <>
      {widths.map((each, at) => (
        <rect
          key={`${at}-${each}`}
          class="pic-text"
          x={x}
          y={y + at * 9}
          width={each}
          height="4"
          rx="2"
        />
      ))}
    </>
  );
}

export function Button({
  x,
  y,
  w = 44,
  label,
  strong = false,
}: {
  x: number;
  y: number;
  w?: number;
  label: string;
  strong?: boolean;
}) {
  return (
    <g>
      <rect
        class={strong ? "pic-button-strong" : "pic-button"}
        x={x}
        y={y}
        width={w}
        height="16"
        rx="3"
      />
      <text
        class={strong ? "pic-label-strong" : "pic-label"}
        x={x + w / 2}
        y={y + 11.5}
        text-anchor="middle"
      >
        {label}
      </text>
    </g>
  );
}

export function Warning({ x, y }: { x: number; y: number }) {
  return (
    <g>
      <path class="pic-warning" d={`M${x} ${y - 10}l11 19h-22z`} />
      <path class="pic-warning-mark" d={`M${x} ${y - 3}v6m0 2.5v1`} />
    </g>
  );
}

export function Cross({ x, y }: { x: number; y: number }) {
  return (
    <g>
      <circle class="pic-bad" cx={x} cy={y} r="9" />
      <path class="pic-mark" d={`M${x - 4} ${y - 4}l8 8m0-8l-8 8`} />
    </g>
  );
}

export function Shield({ x, y }: { x: number; y: number }) {
  return (
    <path class="pic-shield" d={`M${x} ${y - 14}l13 5v8c0 8-6 13-13 16c-7-3-13-8-13-16v-8z`} />
  );
}

/** The alert of a page over the shop that opened it. */
export function Alert({ message = "", alone = false }: PictureProps & { alone?: boolean }) {
  const lines = wrapped(message, 28);
  return (
    <Picture>
      {!alone && (
        <Browser x={10} y={6} w={170} h={100}>
          <Lines x={20} y={44} widths={[70, 54, 62]} />
          <Button x={20} y={76} label={screenWords.pay} strong />
        </Browser>
      )}
      <Frame x={44} y={42} w={188} h={88} title={screenWords.alert}>
        <Warning x={64} y={78} />
        {lines.map((line, at) => (
          <text key={line} class="pic-message" x={82} y={76 + at * 13 - (lines.length - 1) * 4}>
            {line}
          </text>
        ))}
        <Button x={178} y={108} label={screenWords.ok} />
      </Frame>
    </Picture>
  );
}

interface Spoken {
  text: string;
  /** In Latin letters. */
  widest: number;
  x: number;
  /** Of the first line. */
  y: number;
  /** From line to line. */
  leading?: number;
  centred?: boolean;
}

/** A message on several lines. */
export function MessageLines({ text, widest, x, y, leading = 13, centred = false }: Spoken) {
  return (
    <>
      {wrapped(text, widest).map((line, at) => (
        <text
          key={line}
          class="pic-message"
          x={x}
          y={y + at * leading}
          {...(centred && { "text-anchor": "middle" })}
        >
          {line}
        </text>
      ))}
    </>
  );
}

const linesMax = 3;

/** Broken at spaces into short lines; a Hangul syllable is as wide as two Latin letters. */
export function wrapped(text: string, widest: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && broad(`${last} ${word}`) <= widest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= linesMax
    ? lines
    : [...lines.slice(0, linesMax - 1), `${lines[linesMax - 1]}…`];
}

const broad = (text: string) => [...text].reduce((sum, each) => sum + (each > "\u1100" ? 2 : 1), 0);
