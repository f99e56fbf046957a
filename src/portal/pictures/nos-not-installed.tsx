import { screenWords } from "../../text/screens.ts";
import {
  Browser,
  Button,
  Frame,
  MessageLines,
  Picture,
  type PictureProps,
  Shield,
} from "./_draw.tsx";

export function NosNotInstalled({ message = "" }: PictureProps) {
  return (
    <Picture>
      <Browser x={10} y={6} w={180} h={90} address={screenWords.easy} />
      <Frame x={30} y={44} w={202} h={88} title={screenWords.alert}>
        <Shield x={54} y={86} />
        <MessageLines text={message} widest={28} x={76} y={74} />
        <Button x={180} y={112} label={screenWords.ok} />
      </Frame>
    </Picture>
  );
}
