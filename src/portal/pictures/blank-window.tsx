import { screenWords } from "../../text/screens.ts";
import { Browser, Button, Lines, Picture } from "./_draw.tsx";

export function BlankWindow() {
  return (
    <Picture>
      <Browser x={8} y={6} w={130} h={92}>
        <Lines x={18} y={42} widths={[60, 48]} />
        <Button x={18} y={66} label={screenWords.pay} strong />
      </Browser>
      <Browser x={66} y={34} w={166} h={98} address="about:blank" />
    </Picture>
  );
}
