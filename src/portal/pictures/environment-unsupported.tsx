import { Alert, type PictureProps } from "./_draw.tsx";

export function EnvironmentUnsupported({ message }: PictureProps) {
  return <Alert message={message} />;
}
