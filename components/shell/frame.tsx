import type { ReactNode } from "react";
import { Icon } from "../ui/icon";
import { Menu } from "../ui/menu";
import { SoftLinks } from "../ui/soft-links";
import { AccountMenu, type AccountMenuProps } from "./account-menu";
import { Footer } from "./footer";
import { Mark } from "./mark";
import { NavLink } from "./nav-link";
import { type Entry, entriesFor, grouped } from "./navigation";
import type { ShellWords } from "./shell-words";
import { Shortcuts, ShortcutsButton, type ShortcutTexts } from "./shortcuts";

export type FrameProps = Omit<AccountMenuProps, "id"> & { product: string; newReminders: number; children: ReactNode };

const inBar = 4;
const mostCounted = 99;

/** The frame of every page with an account: a rail on a desk, a bar at the foot of a phone. It guards nothing. */
export function Frame({ product, newReminders, children, ...account }: FrameProps) {
  const { actor, words } = account;
  const entries = entriesFor(actor).map((entry) => ({ ...entry, news: entry.key === "reminders" ? newReminders : 0 }));
  return (
    <div className="frame md:grid md:min-h-dvh md:grid-cols-[9.5rem_minmax(0,1fr)]">
      <a href="#content" className="skip-link">
        {words.t("skip")}
      </a>
      <header className="rail rail-desk sticky top-0 hidden h-[calc(100dvh-var(--above,0px))] flex-col items-stretch overflow-y-auto pt-4 pb-2 md:flex print:hidden">
        <Home product={product} />
        <nav aria-label={words.t("navigation")} className="grid pt-2">
          {grouped(entries).map((group) => (
            <div key={group[0]?.group} className="nav-group">
              {group.map((entry) => (
                <EntryLink key={entry.key} entry={entry} words={words} />
              ))}
            </div>
          ))}
        </nav>
        <div className="mt-auto grid border-t border-line pt-2">
          <AccountMenu id="account-desk" {...account} />
        </div>
      </header>
      <header className="rail flex items-center justify-between border-b border-line px-4 md:hidden print:hidden">
        <Home product={product} />
        <AccountMenu id="account-phone" {...account} />
      </header>
      <div className="frame-body flex min-w-0 flex-col border-line max-md:pb-20 md:border-s">
        <main id="content" tabIndex={-1} className="frame-main w-full flex-1 px-4 py-4 outline-none lg:px-6">
          {children}
        </main>
        <Footer words={words}>
          <ShortcutsButton label={words.t("shortcuts.title")} />
        </Footer>
      </div>
      <PhoneBar entries={entries} words={words} />
      <SoftLinks />
      <Shortcuts texts={shortcutTexts(words)} />
    </div>
  );
}

function Home({ product }: { product: string }) {
  return (
    <p className="flex items-center gap-2 md:px-4">
      <Mark className="size-7" />
      <span className="font-semibold">{product}</span>
    </p>
  );
}

type Shown = Entry & { /** How much there is to see. */ news: number };

function PhoneBar({ entries, words }: { entries: Shown[]; words: ShellWords }) {
  const shown = entries.length > inBar + 1 ? entries.slice(0, inBar) : entries;
  const rest = entries.slice(shown.length);
  return (
    <nav
      aria-label={words.t("navigation")}
      className="rail fixed inset-x-0 bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t border-line bg-raised pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {shown.map((entry) => (
        <EntryLink key={entry.key} entry={entry} words={words} />
      ))}
      {rest.length > 0 ? (
        <Menu id="more" label={<MoreLabel text={words.t("more")} />} plain className="nav-link">
          <div className="grid">
            {rest.map((entry) => (
              <NavLink key={entry.key} href={entry.href} className="flex-row! justify-start!">
                <EntryWords entry={entry} words={words} />
              </NavLink>
            ))}
          </div>
        </Menu>
      ) : null}
    </nav>
  );
}

function EntryLink({ entry, words }: { entry: Shown; words: ShellWords }) {
  return (
    <NavLink href={entry.href}>
      <EntryWords entry={entry} words={words} />
    </NavLink>
  );
}

function EntryWords({ entry: { key, icon, news }, words }: { entry: Shown; words: ShellWords }) {
  return (
    <>
      <Icon name={icon} />
      {words.t(`nav.${key}`)}
      {news > 0 ? (
        <>
          <span aria-hidden className="news">
            {news > mostCounted ? `${mostCounted}+` : news}
          </span>
          <span className="sr-only">{words.t("newReminders", { n: news })}</span>
        </>
      ) : null}
    </>
  );
}

function MoreLabel({ text }: { text: string }) {
  return (
    <>
      <Icon name="more" />
      {text}
    </>
  );
}

function shortcutTexts({ t }: ShellWords): ShortcutTexts {
  return {
    title: t("shortcuts.title"),
    close: t("shortcuts.close"),
    off: t("shortcuts.off"),
    keys: {
      j: t("shortcuts.j"),
      k: t("shortcuts.k"),
      enter: t("shortcuts.enter"),
      a: t("shortcuts.a"),
      c: t("shortcuts.c"),
      "/": t("shortcuts.slash"),
      "?": t("shortcuts.help"),
    },
  };
}
