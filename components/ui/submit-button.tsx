"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonTone } from "./button";

/** Sends its form once: while it is under way it says so and takes no second press. */
export function SubmitButton({
  children,
  pending: word,
  tone = "primary",
  small = false,
  name,
  value,
}: {
  children: ReactNode;
  pending: string;
  tone?: ButtonTone;
  small?: boolean;
  name?: string;
  value?: string;
}) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      tone={tone}
      small={small}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
      {...(name ? { name, value } : {})}
    >
      {pending ? word : children}
    </Button>
  );
}
