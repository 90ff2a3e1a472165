import { PasswordForm } from "@/components/accounts/password-form";
import { PageHead } from "@/components/ui/page-head";
import { translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { change } from "./actions";

/** Everybody's own, whatever the role. */
export default async function PasswordPage() {
  const t = await translator("account");
  return read(async ({ actor }) => (
    <>
      <PageHead
        title={t("passwordTitle")}
        above={<p className="text-sm text-second">{actor.name}</p>}
        note={t("passwordLead")}
      />
      <PasswordForm
        action={change}
        words={{
          currentPassword: t("currentPassword"),
          newPassword: t("newPassword"),
          repeatedPassword: t("repeatedPassword"),
          help: t("passwordHelp"),
          submit: t("changePassword"),
          pending: t("pending"),
          done: t("passwordChanged"),
        }}
      />
    </>
  ));
}
