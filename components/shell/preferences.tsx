import { type FormAction, unheard } from "../../lib/form-state";
import { type Locale, locales } from "../../lib/format";
import type { Letters } from "../../lib/next/letters";
import { BackField } from "./back-field";

export type Preferences = { locale: Locale; letters: Letters; switchLanguage: FormAction; switchLetters: FormAction };
type Texts = { language: string; letters: string; sizes: Record<Letters, string> };

const names: Record<Locale, string> = { "zh-CN": "简体", "zh-Hant": "繁體", en: "English" };

/** Language and size of type, each one press; forms, so that they need no script. */
export function PreferenceForms({
  locale,
  letters,
  switchLanguage,
  switchLetters,
  texts,
  inline = false,
}: Preferences & {
  texts: Texts /** In one line, as on the pages for everybody. */;
  inline?: boolean;
}) {
  const label = inline ? "me-1 text-second max-md:hidden" : "w-14 text-second";
  return (
    <div className={inline ? "flex flex-wrap gap-x-6 max-md:w-full max-md:justify-between" : "grid gap-2"}>
      <form action={unheard(switchLanguage)} className="flex items-center gap-1">
        <BackField />
        <span className={label}>{texts.language}</span>
        {locales.map((each) => (
          <Choice key={each} name="locale" value={each} chosen={each === locale} text={names[each]} lang={each} />
        ))}
      </form>
      <form action={unheard(switchLetters)} className="flex items-center gap-1">
        <BackField />
        <span className={label}>{texts.letters}</span>
        {(["normal", "large"] as const).map((each) => (
          <Choice key={each} name="letters" value={each} chosen={each === letters} text={texts.sizes[each]} />
        ))}
      </form>
    </div>
  );
}

type ChoiceProps = { name: string; value: string; chosen: boolean; text: string; lang?: string };

function Choice({ name, value, chosen, text, lang }: ChoiceProps) {
  return (
    <button
      type="submit"
      name={name}
      value={value}
      lang={lang}
      aria-pressed={chosen}
      className={`touch h-8 rounded px-2 ${chosen ? "bg-ink text-paper" : "text-second hover:bg-hover hover:text-ink"}`}
    >
      {text}
    </button>
  );
}
