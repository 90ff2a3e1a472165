import type { Route } from "next";
import { leftOutOf, type Voiding } from "../../lib/board/left-out";
import type { Figure } from "../../lib/board/model";
import { voidings } from "../../lib/cases/model";
import { formatNumber, formatShare, type Locale } from "../../lib/format";
import { AppLink } from "../ui/app-link";
import { Fold } from "../ui/fold";
import { BareTable, TableHead, Td, Th, Tr } from "../ui/table";

type Props = {
  /** Each with its share closed on time, and the list of what that leaves out for a reason. */
  rows: readonly { key: string; name: string; onTime: Figure; hrefOf: (why: Voiding) => string }[];
  texts: { title: string; note: string; none: string; who: string; all: string; why: (why: Voiding) => string };
  locale: Locale;
  open?: boolean;
};

/** What left the rates, by reason, beside the share closed on time that it could flatter. */
export function LeftOut({ rows, texts, locale, open = false }: Props) {
  const some = rows.filter(({ onTime }) => leftOutOf(onTime).n > 0);
  if (some.length === 0) return <p className="text-sm text-second">{texts.none}</p>;
  return (
    <Fold id="left" label={texts.title} className="print:hidden" open={open}>
      <p className="text-sm text-second">{texts.note}</p>
      <div className="overflow-x-auto">
        <BareTable caption={texts.title} hideCaption>
          <TableHead>
            <Th>{texts.who}</Th>
            <Th numeric>{texts.all}</Th>
            {voidings.map((why) => (
              <Th key={why} numeric>
                {texts.why(why)}
              </Th>
            ))}
          </TableHead>
          <tbody>
            {some.map(({ key, name, onTime, hrefOf }) => {
              const { n, share, reasons } = leftOutOf(onTime);
              return (
                <Tr key={key}>
                  <Td>{name}</Td>
                  <Td numeric>
                    <Part n={n} share={share} locale={locale} />
                  </Td>
                  {reasons.map((one) => (
                    <Td key={one.why} numeric>
                      <Part {...one} locale={locale} href={hrefOf(one.why)} />
                    </Td>
                  ))}
                </Tr>
              );
            })}
          </tbody>
        </BareTable>
      </div>
    </Fold>
  );
}

type PartProps = { n: number; share: number | null; locale: Locale; href?: string };

function Part({ n, share, locale, href }: PartProps) {
  const printed = formatNumber(locale, n);
  if (n === 0) return <span className="text-faint">{printed}</span>;
  return (
    <span className="inline-flex gap-x-1.5 whitespace-nowrap">
      {href ? (
        // Built from a page that stands, with a query the route type cannot say.
        <AppLink href={href as Route} className="underline decoration-line underline-offset-2 hover:decoration-ink">
          {printed}
        </AppLink>
      ) : (
        printed
      )}
      <span className="text-second">{share === null ? "" : formatShare(locale, share)}</span>
    </span>
  );
}
