import { screenWords } from "../../text/screens.ts";
import { Browser, Button, Picture } from "./_draw.tsx";

/** The wallet is there; the window that should lie over it is only an outline. */
export function CertificateWindowMissing() {
  return (
    <Picture>
      <Browser x={10} y={6} w={220} h={126} address={screenWords.wallet}>
        <Button x={22} y={46} w={60} label={screenWords.easy} strong />
      </Browser>
      <rect class="pic-ghost" x={92} y={46} width={126} height={76} rx={4} />
      <text class="pic-faint" x={155} y={68} text-anchor="middle">
        {screenWords.certificates}
      </text>
      <text class="pic-question" x={155} y={113} text-anchor="middle">
        ?
      </text>
    </Picture>
  );
}
