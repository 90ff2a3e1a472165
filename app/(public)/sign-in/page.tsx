import { redirect } from "next/navigation";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { PageTitle } from "@/components/shell/page-title";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { findDemo } from "@/lib/accounts/queries";
import { readFrame } from "@/lib/next/frame";
import { translator } from "@/lib/next/locale";
import { safePath } from "@/lib/next/paths";
import { hasOpenId, openIdName, visitorNow } from "@/lib/next/session";
import { signIn } from "./actions";

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, error } = await searchParams;
  const back = safePath(typeof next === "string" ? next : null);
  if (await readFrame()) redirect(back);
  const [t, role, demo] = await Promise.all([translator("signIn"), translator("role"), findDemoHere()]);
  const words = { login: t("login"), password: t("password"), submit: t("submit"), pending: t("pending") };
  return (
    <main className="px-4 py-10 lg:px-6 lg:py-16">
      <PageTitle of={t("title")} />
      <SignInForm
        action={signIn}
        next={back}
        words={words}
        demo={
          demo && {
            title: t("demoTitle"),
            lead: t("demoLead", { password: demo.password }),
            password: demo.password,
            accounts: demo.accounts.map(({ login, name, role: held, area }) => ({
              login,
              name,
              role: role(held),
              area,
              label: t("demoEnter", { name }),
            })),
          }
        }
      >
        <header className="grid gap-3">
          <h1 className="text-2xl">{t("title")}</h1>
          <p className="text-second">{t("lead")}</p>
          <Method t={t} />
        </header>
        {error === undefined ? null : (
          <Notice tone="late" live title={t(error === "unknown" ? "unknownIdentity" : "failedIdentity")} />
        )}
        {hasOpenId ? (
          <>
            <a href={`/api/auth/openid?next=${encodeURIComponent(back)}`} className={buttonClass()}>
              {t("openId", { name: openIdName })}
            </a>
            <p className="text-center text-sm text-second">{t("or")}</p>
          </>
        ) : null}
      </SignInForm>
    </main>
  );
}

/** What the three numbers stand for. */
function Method({ t }: { t: Awaited<ReturnType<typeof translator<"signIn">>> }) {
  const bands = [
    ["1", "base"],
    ["3", "active"],
    ["3", "felt"],
  ] as const;
  return (
    <ul className="grid gap-1 border-s-2 border-accent ps-4">
      {bands.map(([number, key]) => (
        <li key={key} className="flex gap-3">
          <span className="font-semibold text-accent">{number}</span>
          {t(`method.${key}`)}
        </li>
      ))}
    </ul>
  );
}

/** The page stands also while the database is silent. */
async function findDemoHere() {
  const visitor = await visitorNow();
  return findDemo(visitor).catch(() => null);
}
