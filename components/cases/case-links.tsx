import type { CaseLink } from "../../lib/cases/requests/queries";
import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";

type Texts = { links: string; kind: (link: CaseLink) => string; state: (link: CaseLink) => string };

/** The requests that have to do with this one: what each is to it, and where it stands. */
export function CaseLinks({ links, texts }: { links: CaseLink[]; texts: Texts }) {
  if (links.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{texts.links}</h2>
      <ul className="grid gap-1">
        {links.map((link) => (
          <li key={link.id} className="flex flex-wrap items-baseline gap-x-3">
            <span className="text-sm text-second">{texts.kind(link)}</span>
            <AppLink href={`/cases/${link.id}`} className="underline underline-offset-2">
              {`№ ${link.number} ${link.title}`}
            </AppLink>
            <Badge>{texts.state(link)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
