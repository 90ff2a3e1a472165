import { registerInput } from "@/lib/cases/input";
import { registerLinked } from "@/lib/cases/intake/link-registered";
import { getCase } from "@/lib/cases/queries";
import { route } from "@/lib/next/route";

/** Registers a request that waited on a phone; sent twice under one id it is one. */
export const POST = route(registerInput, async (ctx, input) => {
  await registerLinked(ctx, input);
  const { current } = await getCase(ctx, input.id);
  return { number: current.number, href: `/cases/${current.id}` };
});
