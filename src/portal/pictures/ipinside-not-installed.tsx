import { screenWords } from "../../text/screens.ts";
import { Browser, Button, Lines, Picture, Shield } from "./_draw.tsx";

export function IpinsideNotInstalled() {
  return (
    <Picture>
      <Browser x={10} y={6} w={220} h={126}>
        <Shield x={58} y={76} />
        <text class="pic-title" x={88} y={62}>
          IPinside LWS
        </text>
        <Lines x={88} y={72} widths={[110, 84]} />
        <Button x={88} y={98} w={64} label={screenWords.install} strong />
      </Browser>
    </Picture>
  );
}
