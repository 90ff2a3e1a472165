import { FieldForm } from "@/components/ui/field-form";
import type { translator } from "@/lib/next/locale";
import { receive } from "./actions";

type Props = { caseId: string; request: string; areaId: string; t: Awaited<ReturnType<typeof translator<"case">>> };

/** Takes a case over from another area, or says why not. */
export function ReceiveForm({ caseId, request, areaId, t }: Props) {
  return (
    <FieldForm
      action={receive}
      hidden={{ id: caseId, request, areaId }}
      fields={[
        {
          kind: "radios",
          name: "outcome",
          label: t("decision"),
          options: (["granted", "refused"] as const).map((value) => ({ value, label: t(`receives.${value}`) })),
        },
        { kind: "text", name: "note", label: t("decideNote"), optional: t("ifRefused"), maxLength: 1000 },
      ]}
      texts={{ submit: t("decide"), pending: t("pending"), done: t("done") }}
    />
  );
}
