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

/** The way from the page to the program makes a detour through another machine. */
export function NosProxyDetected({ message = "" }: PictureProps) {
  return (
    <Picture>
      <Browser x={8} y={6} w={80} h={52} />
      <path class="pic-wire" d="M88 34h20M144 34h46" />
      <rect class="pic-window" x={108} y={18} width={36} height={32} rx={3} />
      <path class="pic-line" d="M114 27h24M114 34h24M114 41h14" />
      <Shield x={208} y={34} />
      <Frame x={20} y={56} w={204} h={78} title={screenWords.alert}>
        <MessageLines text={message} widest={36} x={32} y={88} />
        <Button x={170} y={112} label={screenWords.ok} />
      </Frame>
    </Picture>
  );
}
