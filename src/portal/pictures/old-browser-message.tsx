import { Browser, MessageLines, Picture, type PictureProps, Warning } from "./_draw.tsx";

/** The payment's page itself, which shows nothing but its notice. */
export function OldBrowserMessage({ message = "" }: PictureProps) {
  return (
    <Picture>
      <Browser x={10} y={6} w={220} h={126}>
        <Warning x={120} y={58} />
        <MessageLines text={message} widest={38} x={120} y={84} leading={14} centred />
      </Browser>
    </Picture>
  );
}
