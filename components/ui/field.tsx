import type { ReactNode } from "react";

/** What a field says: its label, a help line, and what is wrong with it. Texts come finished. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  help?: ReactNode;
  error?: string | undefined;
  /** The word for 可不填 behind the label of a field that may stay empty. */
  optional?: string;
  /** Only where a page has two fields of one name. */
  id?: string;
};

/** The frame of one field: label above, the control, help under, the error at the field. */
export function Field({
  name,
  label,
  help,
  error,
  optional,
  id = name,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="w-fit font-semibold">
        {label}
        {optional ? <span className="ms-2 inline-block text-sm font-normal text-second">{optional}</span> : null}
      </label>
      {children}
      <FieldNotes id={id} help={help} error={error} />
    </div>
  );
}

export function FieldNotes({ id, help, error }: { id: string; help?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {help ? (
        <p id={`${id}-help`} className="text-sm text-second">
          {help}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="border-s-4 border-accent ps-2 text-sm font-semibold text-accent">
          {error}
        </p>
      ) : null}
    </>
  );
}

/** What ties a control to its notes. */
export function described(id: string, { help, error }: Pick<FieldProps, "help" | "error">) {
  const notes = [help ? `${id}-help` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return { id, ...(notes ? { "aria-describedby": notes } : {}), ...(error ? { "aria-invalid": true as const } : {}) };
}

export const controlClass =
  "touch w-full rounded border border-edge bg-raised px-3 text-ink placeholder:text-faint aria-invalid:border-accent aria-invalid:border-2 disabled:opacity-60";
