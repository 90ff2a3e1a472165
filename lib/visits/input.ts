import { z } from "zod";
import { day } from "../calendar/input";

const households = z.coerce.number().int().min(0).max(100_000);

export const visitInput = z
  .strictObject({
    id: z.uuid(),
    areaId: z.uuid("required"),
    visitedOn: day,
    due: households.min(1),
    visited: households,
    absent: households,
    refused: households,
    /** Somebody raised a matter: the form for it comes next. */
    raised: z.preprocess((value) => value === "on" || value === true, z.boolean()),
  })
  .refine((input) => input.visited + input.absent + input.refused <= input.due, {
    message: "visit_counts",
    path: ["due"],
  });
export type VisitInput = z.output<typeof visitInput>;
