import { Alert, type PictureProps } from "./_draw.tsx";

export function VerificationError1({ message }: PictureProps) {
  return <Alert message={message} />;
}
