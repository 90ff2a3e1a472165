import { Notice } from "./notice";

/** `id` is that of the field. */
export type FieldError = { id: string; label: string; error: string };

/** At the head of a form after it was sent: why it was refused, with a way to each field, or that it is done. */
export function FormStatus({
  refused,
  done,
  errors = [],
}: {
  refused?: string | undefined;
  done?: string | undefined;
  errors?: readonly FieldError[];
}) {
  if (refused) {
    return (
      <Notice tone="late" title={refused} live>
        {errors.length > 0 ? (
          <ul className="grid gap-0.5">
            {errors.map(({ id, label, error }) => (
              <li key={id}>
                <a href={`#${id}`} className="underline underline-offset-2">
                  {error === refused ? label : `${label}: ${error}`}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </Notice>
    );
  }
  return done ? <Notice tone="good" title={done} live /> : null;
}
