import type { FormAction } from "../../lib/form-state";
import { formatNumber, formatShare } from "../../lib/format";
import type { Progress } from "../../lib/senses/queries-collect";
import type { Words } from "../board/words";
import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";
import { buttonClass } from "../ui/button";
import { FieldForm } from "../ui/field-form";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";

/** The ways to bring a round to people, and what of what was handed out came home. */
export function HandOut({ progress: { round, batches, answers, onPaper }, words }: Omit<BatchesProps, "revoke">) {
  const { t, locale } = words;
  const isOpen = round.mode === "open";
  const handedOut = batches.reduce((sum, { codesOut }) => sum + codesOut, 0);
  const byCode = Math.max(0, answers - onPaper);
  return (
    <section
      aria-label={t(isOpen ? "round.poster" : "round.sheets")}
      className="flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      {round.closedAt ? null : (
        <AppLink href={`/senses/${round.id}/sheets`} className={buttonClass("primary")}>
          {t(isOpen ? "round.poster" : "round.makeSheets")}
        </AppLink>
      )}
      {isOpen || round.closedAt ? null : (
        <>
          <AppLink href={`/senses/${round.id}/paper`} className={buttonClass()}>
            {t("round.printPaper")}
          </AppLink>
          <AppLink href={`/senses/${round.id}/key-in`} className={buttonClass()}>
            {t("round.keyIn")}
          </AppLink>
          <AppLink href={`/senses/${round.id}/import`} className={buttonClass()}>
            {t("round.sheet.open")}
          </AppLink>
        </>
      )}
      {handedOut > 0 ? (
        <p className="text-second">
          {byCode === 0
            ? t("round.sent", { sheets: formatNumber(locale, handedOut) })
            : t("round.response", {
                sheets: formatNumber(locale, handedOut),
                share: formatShare(locale, byCode / handedOut, 0),
              })}
        </p>
      ) : null}
    </section>
  );
}

type BatchesProps = { progress: Progress; revoke: FormAction; words: Words };

/** What was printed for a round, and may be taken back. */
export function Batches({ progress: { round, batches }, revoke, words: { t, locale } }: BatchesProps) {
  if (batches.length === 0) return null;
  return (
    <Table caption={t("round.batches")} stacked>
      <TableHead>
        <Th>{t("round.batch")}</Th>
        <Th>{t("round.community")}</Th>
        <Th numeric>{t("round.howMany")}</Th>
        <Th>{t("round.madeOn")}</Th>
        <Th>{t("round.state")}</Th>
      </TableHead>
      <tbody>
        {batches.map((batch) => (
          <Tr key={batch.id}>
            <Td lead className="font-mono">
              {batch.code}
            </Td>
            <Td label={t("round.community")}>{batch.areaName}</Td>
            <Td label={t("round.howMany")} numeric>
              {formatNumber(locale, batch.sheets)}
            </Td>
            <Td label={t("round.madeOn")} className="text-second">
              {batch.madeOn}
            </Td>
            <Td>
              <BatchState batch={batch} revoke={round.closedAt ? null : revoke} t={t} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

type StateProps = { batch: Progress["batches"][number]; revoke: FormAction | null; t: Words["t"] };

function BatchState({ batch, revoke, t }: StateProps) {
  if (batch.revokedAt) return <Badge>{t("round.revoked")}</Badge>;
  if (!revoke) return <Badge>{t("round.handedOut")}</Badge>;
  return (
    <details>
      <summary className="touch cursor-pointer">{t("round.revoke")}</summary>
      <p className="py-1 text-second">{t("round.revokeLead")}</p>
      <FieldForm
        action={revoke}
        hidden={{ id: batch.id }}
        fields={[]}
        tone="plain"
        texts={{ submit: t("round.revokeNow"), pending: t("round.pending") }}
      />
    </details>
  );
}
