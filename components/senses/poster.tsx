import { printCode } from "../../lib/senses/answering/codes";
import { Button } from "../ui/button";
import { Select } from "../ui/input";
import { PrintButton } from "../ui/print-button";
import { QrCode } from "../ui/qr-code";

type PosterProps = {
  round: string;
  code: string;
  chosen: { id: string; name: string };
  areas: { id: string; name: string }[];
  site: string;
  texts: Record<"until" | "scan" | "orType" | "anonymous" | "print" | "area" | "choose" | "everybody", string>;
};

/** The public code of an open round for the wall of a community, which it has chosen already. */
export function Poster({ round, code, chosen, areas, site, texts }: PosterProps) {
  return (
    <>
      <form method="get" className="flex flex-wrap items-end gap-3 print:hidden">
        <div className="min-w-60">
          <Select name="area" label={texts.area} defaultValue={chosen.id} key={chosen.id}>
            {areas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        <Button type="submit">{texts.choose}</Button>
        <PrintButton label={texts.print} isNext />
      </form>
      <section aria-label={chosen.name} className="poster">
        <h2>{round}</h2>
        <p>{chosen.name}</p>
        <QrCode text={`${site}/answer/${code}?area=${chosen.id}`} label={printCode(code)} className="poster-picture" />
        <p>{texts.scan}</p>
        <p className="poster-small">
          {texts.orType} · <code data-testid="code">{printCode(code)}</code>
        </p>
        <p className="poster-small">{`${texts.everybody} · ${texts.anonymous} · ${texts.until}`}</p>
      </section>
    </>
  );
}
