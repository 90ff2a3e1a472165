"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks for the page again every so often, for a screen on a wall that nobody touches. */
export function KeepFresh({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}
