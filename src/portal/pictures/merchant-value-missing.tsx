import { Alert, type PictureProps } from "./_draw.tsx";

export function MerchantValueMissing({ message }: PictureProps) {
  return <Alert message={message} />;
}
