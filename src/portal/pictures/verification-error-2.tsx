import { screenWords } from "../../text/screens.ts";
import {
  Browser,
  Button,
  Frame,
  Lines,
  Picture,
  type PictureProps,
  Warning,
  wrapped,
} from "./_draw.tsx";

/** The wallet's window is still open behind the notice. */
export function VerificationError2({ message = "" }: PictureProps) {
  return (
    <Picture>
      <Browser x={100} y={6} w={132} h={84} address={screenWords.wallet}>
        <Lines x={112} y={44} widths={[80, 66, 74]} />
      </Browser>
      <Frame x={10} y={46} w={196} h={86} title={screenWords.alert}>
        <Warning x={30} y={82} />
        {wrapped(message, 30).map((line, at) => (
          <text key={line} class="pic-message" x={48} y={78 + at * 13}>
            {line}
          </text>
        ))}
        <Button x={152} y={110} label={screenWords.ok} />
      </Frame>
    </Picture>
  );
}
