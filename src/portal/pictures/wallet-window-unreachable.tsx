import { screenWords } from "../../text/screens.ts";
import { Browser, Cross, Lines, Picture, wrapped } from "./_draw.tsx";

export function WalletWindowUnreachable() {
  return (
    <Picture>
      <Browser x={10} y={6} w={220} h={126} address={screenWords.wallet}>
        <Cross x={38} y={58} />
        {wrapped(screenWords.unreachable, 30).map((line, at) => (
          <text key={line} class="pic-title" x={56} y={62 + at * 15}>
            {line}
          </text>
        ))}
        <Lines x={30} y={88} widths={[150, 124, 138]} />
      </Browser>
    </Picture>
  );
}
