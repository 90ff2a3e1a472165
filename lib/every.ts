import "server-only";

/** For as long as the server runs: at once, and again and again. What fails now is done the next time. */
export function every(milliseconds: number, failed: string, work: () => Promise<unknown>): void {
  const attempt = () =>
    work().catch((error: unknown) => {
      const reason = error instanceof Error && error.cause ? error.cause : error;
      process.stderr.write(`${failed}: ${String(reason)}\n`);
    });
  void attempt();
  setInterval(attempt, milliseconds).unref();
}
