const minute = 60_000;

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { believeSockets } = await import("./lib/next/addresses");
  believeSockets();
  if (process.env.APP_URL) process.env.AUTH_URL = new URL(process.env.APP_URL).origin;
  const { every } = await import("./lib/every");
  const { eraseContacts } = await import("./lib/contacts/erase");
  every(60 * minute, "Contacts that are due were not erased", eraseContacts);
  const { escalateLate } = await import("./lib/escalation/escalate");
  every(5 * minute, "What is late was not escalated", escalateLate);
}
