import { screenWords } from "../../text/screens.ts";
import {
  Browser,
  Button,
  Cross,
  Frame,
  MessageLines,
  Picture,
  type PictureProps,
  Shield,
} from "./_draw.tsx";

/** Page and program, and the line between them broken. */
export function NosConnectionPoor({ message = "" }: PictureProps) {
  return (
    <Picture>
      <Browser x={8} y={6} w={96} h={60} />
      <path class="pic-wire" d="M104 40h34M162 40h30" />
      <Cross x={150} y={40} />
      <Shield x={208} y={40} />
      <Frame x={20} y={56} w={204} h={78} title={screenWords.alert}>
        <MessageLines text={message} widest={36} x={32} y={88} />
        <Button x={170} y={112} label={screenWords.ok} />
      </Frame>
    </Picture>
  );
}
