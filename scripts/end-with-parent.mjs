/** Loaded into the server: a start that was killed takes it along, so that its port is free again. */
// The worker of `next dev` has a channel of its own, which it needs.
if (!process.env.NEXT_PRIVATE_WORKER) {
  process.channel?.unref();
  process.once("disconnect", () => process.exit(0));
}
