import { printCode } from "../../lib/senses/answering/codes";
import { QrCode } from "../ui/qr-code";

export type SheetTexts = Record<"round" | "until" | "scan" | "orType" | "anonymous" | "code", string>;

type CodeSheetsProps = { codes: string[]; area: string; site: string; texts: SheetTexts };

const onSheet = 12;

/** One-time codes to be printed and cut apart, twelve on a sheet of A4. */
export function CodeSheets({ codes, area, site, texts }: CodeSheetsProps) {
  const sheets = Array.from({ length: Math.ceil(codes.length / onSheet) }, (_, n) =>
    codes.slice(n * onSheet, (n + 1) * onSheet),
  );
  return (
    <div className="code-batch grid grid-cols-1 gap-6 print:block">
      {sheets.map((sheet, n) => (
        <section key={sheet[0]} aria-label={`${n + 1}/${sheets.length}`} className="code-sheet">
          <p className="code-sheet-head">
            <span>{`${texts.round} · ${area} · ${texts.code} ${sheet[0]?.slice(0, 6)}`}</span>
            <span>{`${n + 1}/${sheets.length}`}</span>
          </p>
          <ul className="code-cards">
            {sheet.map((code) => (
              <li key={code} className="code-card">
                <b>{texts.round}</b>
                <span>{area}</span>
                <QrCode text={`${site}/answer/${code}`} label={printCode(code)} className="code-card-picture" />
                <span>{texts.scan}</span>
                <code data-testid="code">{printCode(code)}</code>
                <small>{texts.orType}</small>
                <small>{`${texts.anonymous} · ${texts.until}`}</small>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
