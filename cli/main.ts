import { closeConnections } from "../db/index";
import { closeOwner } from "./context";
import { runWords } from "./run";

// Whoever reads along may stop early: `cli … | head` is no failure.
process.stdout.on("error", (error) => {
  if ("code" in error && error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await runWords(process.argv.slice(2), {
  print: (text) => console.log(text),
  tell: (text) => console.error(text),
});
await closeConnections();
await closeOwner();
