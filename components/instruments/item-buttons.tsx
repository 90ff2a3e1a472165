"use client";

import { useActionState } from "react";
import { type FormAction, idle } from "../../lib/form-state";
import { Button } from "../ui/button";
import { FormStatus } from "../ui/form-status";

type ItemButtonsProps = {
  move: FormAction;
  remove: FormAction;
  id: string;
  code: string;
  texts: Record<"up" | "down" | "remove", string>;
};

/** Moves an item of a draft by a place, or takes it out. */
export function ItemButtons({ move, remove, id, code, texts }: ItemButtonsProps) {
  const [moved, submitMove] = useActionState(move, idle);
  const [removed, submitRemove] = useActionState(remove, idle);
  const refused = [moved, removed].find((state) => state.status === "refused");
  const hidden = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="code" value={code} />
    </>
  );
  return (
    <div className="grid gap-1">
      <div className="flex gap-1">
        <form action={submitMove} className="flex gap-1">
          {hidden}
          <Button type="submit" name="by" value="up" small tone="quiet" aria-label={`${texts.up} ${code}`}>
            ↑
          </Button>
          <Button type="submit" name="by" value="down" small tone="quiet" aria-label={`${texts.down} ${code}`}>
            ↓
          </Button>
        </form>
        <form action={submitRemove}>
          {hidden}
          <Button type="submit" small tone="quiet" aria-label={`${texts.remove} ${code}`}>
            {texts.remove}
          </Button>
        </form>
      </div>
      {refused?.status === "refused" ? <FormStatus refused={refused.reason} /> : null}
    </div>
  );
}
