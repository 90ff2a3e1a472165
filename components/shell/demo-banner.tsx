/** Says on every page that nothing here is real. */
export function DemoBanner({ text }: { text: string }) {
  return (
    <aside className="demo-banner border-b border-soon bg-soon-tint px-4 py-1 text-center text-sm text-soon">
      <p>{text}</p>
    </aside>
  );
}
