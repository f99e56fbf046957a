import type { Guide } from "../../guide/guide.ts";
import type { Step } from "../../guide/schema/remedy.ts";
import { Button, Frame, Picture, width } from "./_draw.tsx";

/** What is on the screen at one step: the menu to walk, what is typed, what is pressed. */
export function StepPicture({ step, guide }: { step: Step; guide: Guide }) {
  const { app, menu = [], sites = [], buttons = [], labels = [] } = step;
  const typed = guide.sites.filter(({ id }) => sites.includes(id)).map(({ pattern }) => pattern);
  const options = menu.length === 0 && typed.length === 0 ? labels : [];
  if (menu.length + typed.length + buttons.length + options.length === 0) return null;
  const rows = [
    ...menu.slice(0, 4).map((word, at) => ({ kind: "menu" as const, word, at })),
    ...typed.slice(0, 2).map((word) => ({ kind: "field" as const, word, at: 0 })),
    ...options.slice(0, 3).map((word) => ({ kind: "option" as const, word, at: 0 })),
  ].slice(0, 5);
  const pressed = buttons.slice(0, 2);
  const last = menu.at(-1);
  const tall = 30 + rows.length * 19 + (pressed.length > 0 ? 26 : 6);
  return (
    <Picture tall={tall}>
      <Frame x={6} y={4} w={width - 12} h={tall - 8} title={app ?? last ?? ""}>
        {rows.map(({ kind, word, at }, row) => (
          <Row key={`${kind} ${word}`} kind={kind} word={word} x={18 + at * 14} y={24 + row * 19} />
        ))}
        {pressed.map((word, at) => (
          <Button
            key={word}
            x={width - 20 - (pressed.length - at) * 72}
            y={tall - 26}
            w={66}
            label={word}
            strong={at === pressed.length - 1}
          />
        ))}
      </Frame>
    </Picture>
  );
}

function Row({
  kind,
  word,
  x,
  y,
}: {
  kind: "menu" | "field" | "option";
  word: string;
  x: number;
  y: number;
}) {
  if (kind === "field")
    return (
      <g>
        <rect class="pic-field" x={x} y={y} width={150} height={15} rx={2} />
        <text class="pic-message" x={x + 6} y={y + 11.5}>
          {word}
        </text>
      </g>
    );
  if (kind === "option")
    return (
      <g>
        <rect class="pic-field" x={x} y={y + 2} width={11} height={11} rx={2} />
        <path class="pic-hands" d={`M${x + 2.5} ${y + 7.5}l2.5 3l4-6`} />
        <text class="pic-message" x={x + 18} y={y + 11.5}>
          {word}
        </text>
      </g>
    );
  return (
    <g>
      {x > 18 && <path class="pic-line" d={`M${x - 10} ${y - 3}v11h7`} />}
      <text class="pic-message" x={x} y={y + 11.5}>
        {word}
      </text>
    </g>
  );
}
