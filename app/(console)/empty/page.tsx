import { notFound } from "next/navigation";
import { env } from "@/lib/env";

/** The frame with nothing in it: what the bench holds every other page against. */
export default function EmptyPage() {
  return env.BENCH === "on" ? null : notFound();
}
