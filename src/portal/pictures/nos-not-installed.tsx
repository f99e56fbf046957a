import { screenWords } from "../../text/screens.ts";
import { Browser, Button, Frame, Picture, type PictureProps, Shield, wrapped } from "./_draw.tsx";

export function NosNotInstalled({ message = "" }: PictureProps) {
  return (
    <Picture>
      <Browser x={10} y={6} w={180} h={90} address={screenWords.easy} />
      <Frame x={30} y={44} w={202} h={88} title={screenWords.alert}>
        <Shield x={54} y={86} />
        {wrapped(message, 28).map((line, at) => (
          <text key={line} class="pic-message" x={76} y={74 + at * 13}>
            {line}
          </text>
        ))}
        <Button x={180} y={112} label={screenWords.ok} />
      </Frame>
    </Picture>
  );
}
