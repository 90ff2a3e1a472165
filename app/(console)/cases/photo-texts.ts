import { mostBoxes, sides } from "@/components/photos/boxes";
import type { PhotoFormTexts } from "@/components/photos/photo-form";
import type { translator } from "@/lib/next/locale";
import { photoLimits } from "@/lib/photos/model";

type Words = Awaited<ReturnType<typeof translator<"photo">>>;

/** What a form says that takes a photo. */
export function photoTexts(t: Words): PhotoFormTexts {
  const plain = ["cover", "coverHelp", "boxAdd", "boxRemove", "file", "kind", "plain", "save", "pending"] as const;
  const said = [...plain, "saved", "failed", "broken", ...sides] as const;
  const limited = ["help", "tooBig", "tooManyPixels"] as const;
  return {
    // Object.fromEntries forgets the names of its keys; they are those of the lists.
    ...(Object.fromEntries(said.map((key) => [key, t(key)])) as Record<(typeof said)[number], string>),
    ...(Object.fromEntries(limited.map((key) => [key, t(key, photoLimits)])) as Record<
      (typeof limited)[number],
      string
    >),
    canvas: Array.from({ length: mostBoxes + 1 }, (_, n) => t("canvas", { n })),
    boxes: Array.from({ length: mostBoxes }, (_, n) => t("box", { n: n + 1 })),
  };
}
