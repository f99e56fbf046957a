import { Browser, Picture } from "./_draw.tsx";

/** Whoever cannot say what it is. */
export function Unknown() {
  return (
    <Picture>
      <Browser x={50} y={10} w={140} h={116}>
        <text class="pic-question" x={120} y={98} text-anchor="middle">
          ?
        </text>
      </Browser>
    </Picture>
  );
}
