import { accountCommands } from "./accounts";
import { areaCommands } from "./areas";
import type { Command } from "./command";
import { escalateCommand } from "./escalate";
import { figuresCommand } from "./figures";
import { importAnswersCommand } from "./import-answers";
import { importAreasCommand } from "./import-areas";
import { importBoundariesCommand } from "./import-boundaries";
import { importCasesCommand } from "./import-cases";
import { publishCommand } from "./publish";
import { recountCommand } from "./recount";
import { sensesCommand } from "./senses";
import { settleCommand } from "./settle";

/** Every command of the command line. */
export const commands: Command[] = [
  importAreasCommand,
  importBoundariesCommand,
  importCasesCommand,
  importAnswersCommand,
  ...areaCommands,
  figuresCommand,
  sensesCommand,
  publishCommand,
  ...accountCommands,
  recountCommand,
  settleCommand,
  escalateCommand,
];
