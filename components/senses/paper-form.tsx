import type { KeyedItem } from "./key-in-form";

type PaperFormProps = {
  items: KeyedItem[];
  texts: Record<"title" | "lead" | "scale" | "back" | "number" | "community", string>;
};

/** One sheet of A4: the questions in the order in which they are keyed, numbers to tick, no name. */
export function PaperForm({ items, texts }: PaperFormProps) {
  return (
    <section aria-label={texts.title} className="paper-form">
      <h2>{texts.title}</h2>
      <p>{texts.lead}</p>
      <p>{texts.scale}</p>
      <ol>
        {items.map(({ code, label, low, high }, index) => (
          <li key={code}>
            <span>
              {index + 1}. {label}
            </span>
            <span className="paper-marks">
              {Array.from({ length: high - low + 1 }, (_, step) => low + step).map((mark) => (
                <span key={mark}>{mark}</span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p>{texts.back}</p>
      <p className="paper-foot">
        <span>{texts.community} ______________________</span>
        <span>{texts.number} ________</span>
      </p>
    </section>
  );
}
