/** Says on every page that nothing here is real. */
export function DemoBanner({ text }: { text: string }) {
  return (
    <aside className="demo-banner border-b border-line bg-raised px-4 py-0.5 text-center text-sm text-second">
      <p>{text}</p>
    </aside>
  );
}
