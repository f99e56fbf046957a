import { Alert, Browser, Lines, Picture, type PictureProps, Warning } from "./_draw.tsx";

/** A symptom that nobody has drawn: its message, or a page with a warning. */
export function Generic({ message }: PictureProps) {
  if (message) return <Alert message={message} />;
  return (
    <Picture>
      <Browser x={10} y={6} w={220} h={126}>
        <Warning x={120} y={62} />
        <Lines x={60} y={88} widths={[120, 96, 108]} />
      </Browser>
    </Picture>
  );
}
