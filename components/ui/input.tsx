import type { ComponentProps } from "react";
import { controlClass, described, Field, type FieldProps } from "./field";

type Native<T extends "input" | "select" | "textarea"> = Omit<ComponentProps<T>, keyof FieldProps>;

/** A labelled line to write in. `required` is the default; a field that may stay empty says so with `optional`. */
export function Input({
  name,
  label,
  help,
  error,
  optional,
  id = name,
  className = "",
  ...rest
}: FieldProps & Native<"input">) {
  const frame = framed({ name, label, help, error, optional, id });
  return (
    <Field {...frame}>
      <input
        name={name}
        required={optional === undefined}
        className={`${controlClass} h-9 ${className}`}
        {...described(id, { help, error })}
        {...rest}
      />
    </Field>
  );
}

export function Textarea({
  name,
  label,
  help,
  error,
  optional,
  id = name,
  className = "",
  ...rest
}: FieldProps & Native<"textarea">) {
  const frame = framed({ name, label, help, error, optional, id });
  return (
    <Field {...frame}>
      <textarea
        name={name}
        rows={3}
        required={optional === undefined}
        className={`${controlClass} py-1.5 ${className}`}
        {...described(id, { help, error })}
        {...rest}
      />
    </Field>
  );
}

/** `children` are the options. */
export function Select({
  name,
  label,
  help,
  error,
  optional,
  id = name,
  className = "",
  ...rest
}: FieldProps & Native<"select">) {
  const frame = framed({ name, label, help, error, optional, id });
  return (
    <Field {...frame}>
      <select
        name={name}
        required={optional === undefined}
        className={`${controlClass} h-9 ${className}`}
        {...described(id, { help, error })}
        {...rest}
      />
    </Field>
  );
}

function framed({
  name,
  label,
  help,
  error,
  optional,
  id,
}: { [K in keyof FieldProps]: FieldProps[K] | undefined } & { name: string }) {
  return {
    name,
    label,
    help,
    error,
    ...(optional === undefined ? {} : { optional }),
    ...(id === undefined ? {} : { id }),
  };
}
