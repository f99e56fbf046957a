import { screenWords } from "../../text/screens.ts";
import {
  Browser,
  Button,
  Frame,
  Lines,
  MessageLines,
  Picture,
  type PictureProps,
} from "./_draw.tsx";

/** A clock beside the message: it comes after ten minutes. */
export function WorkingTimeOver({ message = "" }: PictureProps) {
  return (
    <Picture>
      <Browser x={10} y={6} w={160} h={92} address={screenWords.wallet}>
        <Lines x={20} y={44} widths={[90, 74, 82]} />
      </Browser>
      <Frame x={40} y={48} w={192} h={84} title={screenWords.alert}>
        <circle class="pic-clock" cx={64} cy={86} r={14} />
        <path class="pic-hands" d="M64 77v9l6 5" />
        <MessageLines text={message} widest={28} x={88} y={90} />
        <Button x={180} y={110} label={screenWords.ok} />
      </Frame>
    </Picture>
  );
}
