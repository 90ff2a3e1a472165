import { type EmergencyNumber, emergencyNumbers } from "../catalogue/model";

export type Watched = {
  code: string;
  parentCode: string | null;
  emergency: EmergencyNumber | null;
  emergencyWords: readonly string[];
};
export type Emergency = { number: EmergencyNumber; matched: string[] };

/** The numbers to be called before anything is written down: by the category, or by the words of the text. */
export function emergenciesIn(
  told: { text: string; categoryCode: string | null },
  catalogue: readonly Watched[],
): Emergency[] {
  return emergencyNumbers.flatMap((number) => {
    const watching = catalogue.filter(({ emergency }) => emergency === number);
    const matched = watching.flatMap(({ emergencyWords }) => emergencyWords.filter((word) => told.text.includes(word)));
    const isChosen = watching.some(({ code, parentCode }) => parentCode !== null && code === told.categoryCode);
    return isChosen || matched.length > 0 ? [{ number, matched: [...new Set(matched)] }] : [];
  });
}
