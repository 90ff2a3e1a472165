import { Notice } from "../ui/notice";

/** Says that limits reach into a year whose holidays are not known, as long as that is so. */
export function MissingYear({ year, text }: { year: number | null; text: (year: number) => string }) {
  return year === null ? null : (
    <Notice tone="soon">
      <p>{text(year)}</p>
    </Notice>
  );
}
