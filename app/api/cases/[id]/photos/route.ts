import { upload } from "@/lib/next/upload";
import { addPhoto, checkPhoto } from "@/lib/photos/add";
import { addPhotoInput } from "@/lib/photos/input";
import { mostBytes } from "@/lib/photos/model";
import { redraw } from "@/lib/photos/picture";

/** A photo for a case: drawn anew before it is kept. */
export const POST = upload(addPhotoInput, {
  most: mostBytes + 16_384,
  check: checkPhoto,
  prepare: async ({ id, kind, photo }) => ({ id, kind, picture: await redraw(Buffer.from(await photo.arrayBuffer())) }),
  run: addPhoto,
  back: (id, refused) => `/cases/${id}${refused ? `?refused=${refused}` : ""}#photos`,
});
