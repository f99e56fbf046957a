import { screenWords } from "../../text/screens.ts";
import { Button, Frame, MessageLines, Picture, type PictureProps } from "./_draw.tsx";

/** A screen inside a screen. */
export function NosRemoteSession({ message = "" }: PictureProps) {
  return (
    <Picture>
      <rect class="pic-screen" x={8} y={6} width={224} height={116} rx={6} />
      <path class="pic-line" d="M96 132h48M120 122v10" />
      <Frame x={22} y={16} w={196} h={98} title={screenWords.remote}>
        <rect class="pic-screen" x={32} y={36} width={176} height={70} rx={4} />
        <MessageLines text={message} widest={30} x={120} y={58} centred />
        <Button x={98} y={84} label={screenWords.ok} />
      </Frame>
    </Picture>
  );
}
