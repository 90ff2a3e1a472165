import type { createTranslator, Messages } from "use-intl/core";

export type InstrumentWords = ReturnType<typeof createTranslator<Messages, "instrument">>;
