export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { believeSockets } = await import("./lib/next/addresses");
  believeSockets();
  const { eraseEveryHour } = await import("./lib/contacts/erase");
  eraseEveryHour();
}
