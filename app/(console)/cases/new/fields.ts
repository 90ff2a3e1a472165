import type { FormField } from "@/components/ui/field-form";
import { type Channel, channels, requestTypes } from "@/lib/cases/model";
import type { translator } from "@/lib/next/locale";

type Words = Awaited<ReturnType<typeof translator<"case">>>;
type Choices = {
  places: { id: string; name: string; parentName: string | null }[];
  categories: { value: string; label: string; group?: string }[];
  channel: Channel;
  areaId: string | undefined;
};

/** The form in the order in which one is told: what, where, which kind; the rest may stay as it is. */
export function registerFields(t: Words, { places, categories, channel, areaId = "" }: Choices) {
  const areas = places.map(({ id, name, parentName }) => ({ value: id, label: name, group: parentName ?? "" }));
  const optional = t("optional");
  const what: FormField[] = [{ kind: "text", name: "title", label: t("title"), help: t("titleHelp"), maxLength: 120 }];
  const where: FormField[] = [
    {
      kind: "select",
      name: "areaId",
      half: true,
      label: t("area"),
      help: t("areaHelp"),
      value: areaId,
      options: [{ value: "", label: "" }, ...areas],
    },
  ];
  const point: FormField[] = [
    { kind: "number", name: "lon", label: t("lon"), optional, half: true },
    { kind: "number", name: "lat", label: t("lat"), optional, half: true },
  ];
  const which: FormField[] = [
    { kind: "text", name: "place", half: true, label: t("place"), help: t("placeHelp"), optional, maxLength: 200 },
    {
      kind: "select",
      name: "categoryCode",
      half: true,
      label: t("category"),
      help: t("categoryHelp"),
      optional,
      options: categories,
    },
  ];
  const rest: FormField[] = [
    {
      kind: "select",
      name: "channel",
      half: true,
      label: t("channelLabel"),
      value: channel,
      options: channels.map((value) => ({ value, label: t(`channels.${value}`) })),
    },
    {
      kind: "select",
      name: "requestType",
      half: true,
      label: t("typeLabel"),
      value: "help",
      options: requestTypes.map((value) => ({ value, label: t(`types.${value}`) })),
    },
    { kind: "area", name: "body", label: t("body"), optional, maxLength: 2000 },
    {
      kind: "text",
      name: "contactPhone",
      half: true,
      label: t("contact.phone"),
      help: t("contact.help"),
      optional,
      maxLength: 40,
    },
    {
      kind: "text",
      name: "contactName",
      half: true,
      label: t("contact.name"),
      help: t("contact.nameHelp"),
      optional,
      maxLength: 40,
    },
    {
      kind: "text",
      name: "orderNumber",
      half: true,
      label: t("order"),
      help: t("orderHelp"),
      optional,
      maxLength: 60,
    },
    { kind: "checkbox", name: "urgent", label: t("urgent") },
  ];
  return { what, where, point, which, rest };
}
