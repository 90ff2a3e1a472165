"use client";

import { ErrorView } from "@/components/shell/error-texts";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorView digest={error.digest} again={reset} />;
}
