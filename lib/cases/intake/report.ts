import "server-only";
import type { Context } from "../../context";
import { addPhoto } from "../../photos/add";
import type { Picture } from "../../photos/picture";
import { countPhotos } from "../../photos/queries";
import type { RegisterInput } from "../input";
import { getCase } from "../queries";
import { registerLinked } from "./link-registered";

export type Report = { input: RegisterInput; picture: Picture };

/** Registers what waited on a phone together with its photo; sent twice it is one request with one photo. */
export async function registerReport(ctx: Context, { input, picture }: Report) {
  await registerLinked(ctx, input);
  const { current } = await getCase(ctx, input.id);
  if ((await countPhotos(ctx, input.id)) === 0) await addPhoto(ctx, { id: input.id, kind: "before", picture });
  return { number: current.number, href: `/cases/${current.id}` };
}
