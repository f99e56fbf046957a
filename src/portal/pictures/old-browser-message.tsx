import { Browser, Picture, type PictureProps, Warning, wrapped } from "./_draw.tsx";

/** The payment's page itself, which shows nothing but its notice. */
export function OldBrowserMessage({ message = "" }: PictureProps) {
  return (
    <Picture>
      <Browser x={10} y={6} w={220} h={126}>
        <Warning x={120} y={58} />
        {wrapped(message, 38).map((line, at) => (
          <text key={line} class="pic-message" x={120} y={84 + at * 14} text-anchor="middle">
            {line}
          </text>
        ))}
      </Browser>
    </Picture>
  );
}
