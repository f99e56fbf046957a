import { screenWords } from "../../text/screens.ts";
import {
  Browser,
  Button,
  Cross,
  Frame,
  Lines,
  MessageLines,
  Picture,
  type PictureProps,
  Warning,
} from "./_draw.tsx";

/** The notice in front, and behind it the window that did not open. */
export function PopupWindowBlocked({ message = "" }: PictureProps) {
  return (
    <Picture>
      <Browser x={8} y={6} w={150} h={92}>
        <Lines x={18} y={42} widths={[60, 48]} />
        <Button x={18} y={66} label={screenWords.pay} strong />
      </Browser>
      <rect class="pic-ghost" x={150} y={12} width={82} height={60} rx={4} />
      <Cross x={191} y={30} />
      <Frame x={40} y={52} w={192} h={82} title={screenWords.alert}>
        <Warning x={60} y={86} />
        <MessageLines text={message} widest={30} x={78} y={82} />
        <Button x={180} y={113} label={screenWords.ok} />
      </Frame>
    </Picture>
  );
}
