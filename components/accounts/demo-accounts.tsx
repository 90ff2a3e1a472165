import { Button } from "@/components/ui/button";

export type DemoAccount = { login: string; name: string; role: string; area: string; label: string };
export type Demo = { title: string; lead: string; password: string; accounts: DemoAccount[] };

type DemoAccountsProps = { demo: Demo; next: string; submit: (form: FormData) => void; pending: boolean };

/** The accounts of a demo by role, each one press away: what it sends is what the form sends. */
export function DemoAccounts({ demo, next, submit, pending }: DemoAccountsProps) {
  return (
    <section aria-labelledby="demo" className="grid content-start gap-3">
      <header className="grid gap-0.5">
        <h2 id="demo" className="text-lg">
          {demo.title}
        </h2>
        <p className="text-sm text-second">{demo.lead}</p>
      </header>
      <dl className="divide-y divide-line rounded border border-line bg-raised">
        {byRole(demo.accounts).map(([role, accounts]) => (
          <div key={role} className="grid gap-x-4 px-4 py-1.5 sm:grid-cols-[6rem_minmax(0,1fr)]">
            <dt className="pt-1.5 text-sm leading-6 text-second">{role}</dt>
            {accounts.map(({ login, name, area, label }) => (
              <dd key={login} className="-mx-2 sm:col-start-2">
                <form action={submit}>
                  <input type="hidden" name="next" value={next} />
                  <input type="hidden" name="login" value={login} />
                  <input type="hidden" name="password" value={demo.password} />
                  <Button
                    type="submit"
                    tone="quiet"
                    disabled={pending}
                    aria-label={label}
                    className="w-full justify-between! gap-x-4 px-2! text-ink!"
                  >
                    <span className="truncate">{name}</span>
                    <span className="truncate text-sm text-second">{area}</span>
                  </Button>
                </form>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

function byRole(accounts: readonly DemoAccount[]): [string, DemoAccount[]][] {
  const roles = [...new Set(accounts.map(({ role }) => role))];
  return roles.map((role) => [role, accounts.filter((account) => account.role === role)]);
}
