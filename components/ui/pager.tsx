import type { ComponentProps } from "react";
import type { AppLink } from "./app-link";
import { LinkButton } from "./button";
import { Icon } from "./icon";

type Href = ComponentProps<typeof AppLink>["href"];
type PagerProps = { label: string; older: Href | null; newer: Href | null; olderText: string; newerText: string };

/** Keyset pages have no numbers: one step back in time, one step forward. */
export function Pager({ label, older, newer, olderText, newerText }: PagerProps) {
  if (older === null && newer === null) return null;
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-3 py-3">
      {newer === null ? (
        <span />
      ) : (
        <LinkButton href={newer} rel="prev">
          <Icon name="older" /> {newerText}
        </LinkButton>
      )}
      {older === null ? null : (
        <LinkButton href={older} rel="next">
          {olderText} <Icon name="newer" />
        </LinkButton>
      )}
    </nav>
  );
}
