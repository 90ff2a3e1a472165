import type { ReactNode } from "react";

/** On a phone the parts of a long page as a row that stays on top and leads to each; on a wide screen it is gone. */
export function PartTabs({ label, parts }: { label: string; parts: readonly { id: string; label: ReactNode }[] }) {
  return (
    <nav
      aria-label={label}
      className="part-tabs sticky top-0 z-20 -mx-4 overflow-x-auto border-b border-line bg-paper px-4 lg:hidden print:hidden"
    >
      <ul className="flex gap-1">
        {parts.map((part) => (
          <li key={part.id}>
            <a
              href={`#${part.id}`}
              className="inline-flex h-11 items-center border-b-2 border-transparent px-2.5 whitespace-nowrap text-second"
            >
              {part.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
