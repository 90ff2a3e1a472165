import type { Route } from "next";
import { redirect } from "next/navigation";
import { AnswerMain } from "@/components/answer/answer-main";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { translator } from "@/lib/next/locale";
import { readCode } from "@/lib/senses/answering/codes";

/** For whose camera does not read the code: it is typed as it is printed. */
export default async function AnswerPage({ searchParams }: PageProps<"/answer">) {
  const { code } = await searchParams;
  const typed = typeof code === "string" ? readCode(code.slice(0, 60)) : "";
  // A page that stands, with a part that is only known here.
  if (typed !== "") redirect(`/answer/${encodeURIComponent(typed)}` as Route);
  const t = await translator("answer");
  return (
    <AnswerMain title={t("title")} lead={t("typeLead")}>
      <form method="get" action="/answer" className="grid max-w-md gap-4">
        <Input
          name="code"
          label={t("code")}
          help={t("codeHelp")}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          className="h-12 font-mono"
        />
        <div>
          <Button type="submit" tone="primary" className="h-12 px-6">
            {t("begin")}
          </Button>
        </div>
      </form>
    </AnswerMain>
  );
}
