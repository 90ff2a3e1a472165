import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type NoticeTone = "info" | "good" | "soon" | "late";

const looks: Record<NoticeTone, { look: string; mark: string; icon: IconName }> = {
  info: { look: "border-line bg-raised", mark: "text-second", icon: "info" },
  good: { look: "border-good bg-good-tint", mark: "text-good", icon: "check" },
  soon: { look: "border-soon bg-soon-tint", mark: "text-soon", icon: "clock" },
  late: { look: "border-accent bg-accent-tint", mark: "text-accent", icon: "late" },
};

/** A message in the page. With `live` it is read aloud when it appears. */
export function Notice({
  tone = "info",
  title,
  live = false,
  children,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  live?: boolean;
  children?: ReactNode;
}) {
  const { look, mark, icon } = looks[tone];
  return (
    <div
      {...(live ? { role: tone === "late" ? "alert" : "status" } : {})}
      className={`flex gap-2.5 rounded border px-3.5 py-2.5 ${look}`}
    >
      <Icon name={icon} className={`mt-[0.2em] size-5 ${mark}`} />
      <div className="grid min-w-0 gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
