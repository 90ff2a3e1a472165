import { authorize } from "@/lib/access/guard";
import { reportInput } from "@/lib/cases/input";
import { registerReport } from "@/lib/cases/intake/report";
import { upload } from "@/lib/next/upload";
import { mostBytes } from "@/lib/photos/model";
import { redraw } from "@/lib/photos/picture";

/** A request that waited on a phone, with its photo, which is drawn anew before it is kept. */
export const POST = upload(reportInput, {
  most: mostBytes + 16_384,
  check: async ({ actor }) => authorize(actor, "case.register"),
  prepare: async ({ photo, ...input }) => ({ input, picture: await redraw(Buffer.from(await photo.arrayBuffer())) }),
  run: registerReport,
  back: (id) => `/cases/${id}`,
});
