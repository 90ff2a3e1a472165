import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type BadgeTone = "late" | "soon" | "good" | "plain";

const looks: Record<BadgeTone, { look: string; icon: IconName | null }> = {
  late: { look: "border-accent bg-accent-tint text-accent font-semibold", icon: "late" },
  soon: { look: "border-soon bg-soon-tint text-soon font-semibold", icon: "clock" },
  good: { look: "border-transparent px-0! text-good", icon: "check" },
  plain: { look: "border-line bg-raised text-second", icon: null },
};

/** A state in a word with its icon; never by colour alone. */
export function Badge({ tone = "plain", icon, children }: { tone?: BadgeTone; icon?: IconName; children: ReactNode }) {
  const { look, icon: usual } = looks[tone];
  const drawn = icon ?? usual;
  return (
    <span
      className={`inline-flex h-6 items-center gap-1 rounded-sm border px-1.5 text-sm leading-none whitespace-nowrap ${look}`}
    >
      {drawn ? <Icon name={drawn} className="size-4" /> : null}
      {children}
    </span>
  );
}
