import { z } from "zod";
import { day } from "../calendar/input";
import { count } from "../typed";

const most = 100_000;

export const visitInput = z
  .strictObject({
    id: z.uuid(),
    areaId: z.uuid("required"),
    visitedOn: day.refine((given) => given >= "2000", "early"),
    due: count(1, most),
    visited: count(0, most),
    absent: count(0, most),
    refused: count(0, most),
    /** Somebody raised a matter: the form for it comes next. */
    raised: z.preprocess((value) => value === "on" || value === true, z.boolean()),
  })
  .refine((input) => input.visited + input.absent + input.refused <= input.due, {
    message: "visit_counts",
    path: ["due"],
  });
export type VisitInput = z.output<typeof visitInput>;
