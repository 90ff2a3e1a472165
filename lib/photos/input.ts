import { z } from "zod";
import { line } from "../cases/input";
import { photoKinds } from "./model";

export const addPhotoInput = z.strictObject({
  id: z.uuid(),
  kind: z.enum(photoKinds),
  photo: z.instanceof(File, { error: "required" }),
});

export const photoInput = z.strictObject({ id: z.uuid(), photo: z.uuid("required") });
export type PhotoInput = z.output<typeof photoInput>;

export const removePhotoInput = z.strictObject({ ...photoInput.shape, note: line(200) });
export type RemovePhotoInput = z.output<typeof removePhotoInput>;
