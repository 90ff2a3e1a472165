import type { ReactNode } from "react";
import { Chip, Chips } from "../ui/chip";
import { Menu } from "../ui/menu";

export type ViewChip = {
  id: string;
  href: `/cases?${string}`;
  name: string;
  chosen: boolean;
  count: string | undefined;
};

/** Saved filters above the list, and the ways to keep this one, in a menu. */
export function ViewChips({
  views,
  texts,
  children,
}: {
  views: readonly ViewChip[];
  texts: { label: string; keep: string };
  children: ReactNode;
}) {
  if (views.length === 0 && !children) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5 print:hidden">
      {views.length > 0 ? (
        <Chips label={texts.label}>
          {views.map(({ id, href, name, chosen, count }) => (
            <Chip key={id} href={href} chosen={chosen} count={count}>
              {name}
            </Chip>
          ))}
        </Chips>
      ) : null}
      {children ? (
        <Menu id="keep-view" label={texts.keep}>
          <div className="grid w-72 max-w-[80vw] gap-4 p-2">{children}</div>
        </Menu>
      ) : null}
    </div>
  );
}
