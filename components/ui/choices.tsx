import type { ReactNode } from "react";
import { described, FieldNotes, type FieldProps } from "./field";

export type Choice = { value: string; label: ReactNode; help?: ReactNode; disabled?: boolean };

type GroupProps = FieldProps & {
  choices: readonly Choice[] /** Side by side where there is room. */;
  inline?: boolean;
};

/** One of a few: all of them in sight. */
export function Radios({
  value,
  required = true,
  ...group
}: GroupProps & { value?: string | undefined; required?: boolean }) {
  return <Group {...group} type="radio" checked={value === undefined ? [] : [value]} required={required} />;
}

/** A single yes. */
export function Checkbox({
  name,
  label,
  help,
  error,
  id = name,
  defaultChecked = false,
  value = "yes",
}: FieldProps & { defaultChecked?: boolean; value?: string }) {
  return (
    <div className="grid gap-1">
      <label className="touch flex w-fit items-center gap-2">
        <input
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          className="size-5 accent-accent"
          {...described(id, { help, error })}
        />
        <span>{label}</span>
      </label>
      <FieldNotes id={id} help={help} error={error} />
    </div>
  );
}

type Marked = { type: "radio" | "checkbox"; checked: readonly string[]; required: boolean };

function Group({
  name,
  label,
  help,
  error,
  optional,
  id = name,
  choices,
  inline = false,
  type,
  checked,
  required,
}: GroupProps & Marked) {
  const notes = described(id, { help, error });
  return (
    <fieldset aria-describedby={notes["aria-describedby"]} className="grid gap-1">
      <legend className="font-semibold">
        {label}
        {optional ? <span className="ms-2 text-sm font-normal text-second">{optional}</span> : null}
      </legend>
      <div id={id} className={inline ? "flex flex-wrap gap-x-6" : "grid"}>
        {choices.map((choice) => (
          <label key={choice.value} className="touch flex w-fit items-center gap-2 py-1">
            <input
              type={type}
              name={name}
              value={choice.value}
              defaultChecked={checked.includes(choice.value)}
              disabled={choice.disabled}
              required={required && type === "radio"}
              className="size-5 shrink-0 accent-accent"
            />
            <span>
              {choice.label}
              {choice.help ? <span className="block text-sm text-second">{choice.help}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} help={help} error={error} />
    </fieldset>
  );
}
