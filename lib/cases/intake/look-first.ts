import { can } from "../../access/model";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { listAlike } from "../alike/queries";
import { listCatalogue } from "../catalogue/queries";
import type { RegisterInput } from "../input";
import { emergenciesIn } from "./emergency";

/** Holds a form up once to show what should be seen before it is written down, unless the page has shown it already. */
export async function lookFirst(ctx: Context, input: RegisterInput): Promise<void> {
  if (!can(ctx.actor, "case.register")) return;
  const told = { title: input.title, place: input.place ?? null, categoryCode: input.categoryCode ?? null };
  const [catalogue, alike] = await Promise.all([listCatalogue(ctx), listAlike(ctx, input.areaId, told)]);
  const text = [input.title, input.place, input.body].join(" ");
  const numbers = emergenciesIn({ text, categoryCode: told.categoryCode }, catalogue).map(({ number }) => number);
  const others = alike.filter(({ id }) => id !== input.id);
  const isTold = numbers.every((number) => input.toldNumbers?.includes(number));
  const isLive = input.seenAlike?.includes("live") ?? false;
  const isSeen = isLive || others.every(({ number }) => input.seenAlike?.includes(String(number)));
  if (isTold && isSeen) return;
  throw new Refusal("conflict", isTold ? "case.alikeFirst" : "case.callFirst", {
    numbers: numbers.join(" / "),
  }).offering([
    ...numbers.map((number) => ({ name: "toldNumbers", value: number, label: number, href: `tel:${number}` })),
    ...others.map(({ id, number, title }) => ({
      name: "linkNumber",
      value: String(number),
      label: `№ ${number} ${title}`,
      href: `/cases/${id}`,
    })),
  ]);
}
