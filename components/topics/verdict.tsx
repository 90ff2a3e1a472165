import type { Direction } from "../../lib/figures/change";
import { Icon, type IconName } from "../ui/icon";

const icons: Record<Direction, IconName | null> = { up: "up", down: "down", unclear: "level", none: null };

/** Which way the weekly number went, in a word; more requests are neither good nor bad by themselves. */
export function VerdictMark({ direction, text }: { direction: Direction; text: string }) {
  const icon = icons[direction];
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      {icon ? <Icon name={icon} className="size-4 text-second" /> : null}
      {text}
    </span>
  );
}
