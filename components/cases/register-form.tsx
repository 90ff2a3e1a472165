"use client";

import { useActionState, useId, useRef } from "react";
import { type FormAction, type FormState, idle } from "../../lib/form-state";
import { Control, type FormField } from "../ui/field-form";
import { FormStatus } from "../ui/form-status";
import { SubmitButton } from "../ui/submit-button";
import { AlikeNotice, type AlikeTexts, EmergencyNotice, Suggestions } from "./case-aid";
import { CategoryPart, type CategoryPartTexts } from "./category-part";
import { PlaceFinder, type PlaceFinderTexts } from "./place-finder";
import { type MapOfPlaces, PointPart } from "./point-map";
import { type Guide, useTold } from "./told";

export type RegisterTexts = {
  submit: string;
  pending: string;
  restored: string;
  suggested: string;
  emergency: string;
  emergencyHelp: string;
} & AlikeTexts &
  CategoryPartTexts &
  PlaceFinderTexts & { map: string; mapHelp: string };

type Props = {
  action: FormAction;
  id: string;
  fields: Record<"what" | "where" | "point" | "which" | "rest", FormField[]>;
  catalogue: Guide[];
  draft: string;
  map: MapOfPlaces | null;
  texts: RegisterTexts;
};

/** Registers a request: what may be known of it beforehand stands beside what is being written. */
export function RegisterForm({ action, id, fields, catalogue, draft, map, texts }: Props) {
  const [state, submit] = useActionState<FormState, FormData>(action, idle);
  const form = useRef<HTMLFormElement>(null);
  const refused = state.status === "refused" ? state : null;
  const aid = useTold({ form, draft, catalogue, refused });
  const frame = useId();
  const chosen = catalogue.find(({ code }) => code === aid.told.categoryCode);
  const all = Object.values(fields).flat();
  const errors = all.flatMap(({ name, label }) => {
    const error = refused?.fields[name];
    return error ? [{ id: `${frame}-${name}`, label, error }] : [];
  });
  const control = (field: FormField) => (
    <div key={field.name} className={field.half ? "sm:col-span-1!" : ""}>
      <Control form={frame} field={field} value={refused?.values[field.name]} error={refused?.fields[field.name]} />
    </div>
  );
  return (
    <form
      ref={form}
      action={submit}
      onInput={aid.look}
      onKeyDown={sendByKey}
      className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,44rem)_minmax(16rem,1fr)]"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="toldNumbers" value={aid.emergencies.map(({ number }) => number).join(",")} />
      <input
        type="hidden"
        name="seenAlike"
        value={[...(aid.live ? ["live"] : []), ...aid.alike.map(({ number }) => number)].join(",")}
      />
      <div className="grid grid-cols-2 content-start gap-x-4 gap-y-3 *:col-span-2">
        <FormStatus refused={refused?.reason} errors={errors} />
        {refused?.offers.map(({ name, href, label }) =>
          name === "open" ? (
            <a key={href} href={href} className="font-semibold underline underline-offset-2">
              {label}
            </a>
          ) : null,
        )}
        {fields.what.map(control)}
        {aid.restored ? <p className="text-sm text-second">{texts.restored}</p> : null}
        <PlaceFinder form={form} texts={texts} />
        {fields.where.map(control)}
        <PointPart
          form={form}
          map={map}
          isOpen={fields.point.some(({ name }) => refused?.fields[name] !== undefined)}
          texts={texts}
        >
          {fields.point.map(control)}
        </PointPart>
        {fields.which.map(control)}
        <Suggestions suggested={aid.suggested} names={catalogue} choose={aid.choose} label={texts.suggested} />
        {chosen ? (
          <CategoryPart key={chosen.code} form={frame} category={chosen} refused={refused} texts={texts} />
        ) : null}
        {fields.rest.map(control)}
        <div>
          <SubmitButton pending={texts.pending}>{texts.submit}</SubmitButton>
        </div>
      </div>
      <aside
        className="grid content-start gap-3 max-lg:sticky max-lg:bottom-2 max-md:bottom-16 max-lg:z-10"
        aria-live="polite"
      >
        {aid.emergencies.length > 0 ? (
          <EmergencyNotice emergencies={aid.emergencies} title={texts.emergency} help={texts.emergencyHelp} />
        ) : null}
        {aid.alike.length > 0 ? (
          <AlikeNotice alike={aid.alike} linked={refused?.values.linkNumber} texts={texts} />
        ) : null}
      </aside>
    </form>
  );
}

/** Sent from wherever one writes, also from a field of several lines. */
function sendByKey(event: React.KeyboardEvent<HTMLFormElement>) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
}
