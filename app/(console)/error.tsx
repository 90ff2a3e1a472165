"use client";

import { ErrorView } from "@/components/shell/error-texts";

export default function ConsoleErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorView digest={error.digest} again={reset} />;
}
