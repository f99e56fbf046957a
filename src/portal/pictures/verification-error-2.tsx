import { screenWords } from "../../text/screens.ts";
import {
  Browser,
  Button,
  Frame,
  Lines,
  MessageLines,
  Picture,
  type PictureProps,
  Warning,
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
        <MessageLines text={message} widest={30} x={48} y={78} />
        <Button x={152} y={110} label={screenWords.ok} />
      </Frame>
    </Picture>
  );
}
