import { screenWords } from "../../text/screens.ts";
import { Browser, Button, Picture, Shield } from "./_draw.tsx";

/** The page for installing, and an arrow that leads back to it. */
export function InstallPageAgain() {
  return (
    <Picture>
      <Browser x={10} y={6} w={160} h={126}>
        <Shield x={90} y={58} />
        <text class="pic-message" x={90} y={92} text-anchor="middle">
          {screenWords.download}
        </text>
        <Button x={62} y={102} w={56} label={screenWords.install} strong />
      </Browser>
      <path class="pic-arrow" d="M178 104c34 4 50-18 44-44c-4-18-20-28-40-24" />
      <path class="pic-arrow" d="M190 27l-9 9l11 7" />
    </Picture>
  );
}
