import { z } from "zod";

export const alikeInput = z.object({
  areaId: z.uuid(),
  title: z.string().max(200),
  place: z.string().max(200).default(""),
  categoryCode: z.string().max(8).default(""),
});
