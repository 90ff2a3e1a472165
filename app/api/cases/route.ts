import { registerInput } from "@/lib/cases/input";
import { getCase } from "@/lib/cases/queries";
import { registerCase } from "@/lib/cases/register";
import { route } from "@/lib/next/route";

/** Registers a request that waited on a phone; sent twice under one id it is one. */
export const POST = route(registerInput, async (ctx, input) => {
  await registerCase(ctx, input);
  const { current } = await getCase(ctx, input.id);
  return { number: current.number, href: `/cases/${current.id}` };
});
