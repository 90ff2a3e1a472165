/** Our own drawings, 20 × 20, one stroke; decoration beside a word, so hidden from screen readers. */
const paths = {
  home: "M3 9.5 10 4l7 5.5M5 8.5V16h10V8.5M8.5 16v-4h3v4",
  bell: "M5 14.5V9a5 5 0 0 1 10 0v5.5M3.5 14.5h13M8.5 17h3M10 2.5V4",
  inbox: "M3.5 11.5 5.5 4h9l2 7.5v4.5h-13zM3.5 11.5H7l1 2h4l1-2h3.5",
  grid: "M3.5 3.5h13v13h-13zM3.5 8h13M3.5 12.5h13M8 3.5v13M12.5 3.5v13",
  heart: "M10 16S3.5 12 3.5 7.8A3.3 3.3 0 0 1 10 6.6a3.3 3.3 0 0 1 6.5 1.2C16.5 12 10 16 10 16z",
  people:
    "M7.5 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM2.5 16c.4-2.9 2.3-4.5 5-4.5s4.6 1.6 5 4.5M13 4.6a2.5 2.5 0 0 1 0 4.6M15 12c1.5.6 2.3 2 2.5 4",
  units: "M4 16.5V5h7v11.5M11 8.5h5v8M2.5 16.5h15M6.5 8h2M6.5 11h2M6.5 14h2",
  estate: "M10 3.5 16.5 9v7.5h-13V9zM7.5 16.5v-4h5v4",
  steward:
    "M10 9a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 10 9zM4.5 16.5c.4-3 2.6-4.7 5.5-4.7s5.1 1.7 5.5 4.7M7.5 14.5l1.8 1.8 3.2-3.2",
  trace: "M5 3.5h7l3 3v10H5zM7.5 8.5h5M7.5 11h5M7.5 13.5h3",
  settings: "M4 6h6M14 6h2M4 14h2M10 14h6M12 4v4M8 12v4M4 10h9M16 10h0",
  today: "M4 5h12v11.5H4zM4 8.5h12M7 3v3M13 3v3M8 12.5l1.5 1.5 3-3",
  more: "M4 6h12M4 10h12M4 14h12",
  up: "M10 16V5M5.5 9.5 10 5l4.5 4.5",
  down: "M10 4v11M5.5 10.5 10 15l4.5-4.5",
  level: "M4 8h12M4 12h12",
  clock: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.5 2",
  late: "M10 3 18 16.5H2zM10 8v4M10 14v.5",
  check: "M4 10.5 8 14.5 16 6",
  cross: "M5 5l10 10M15 5 5 15",
  info: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9v4.5M10 6.5v.5",
  older: "M12 5l-5 5 5 5",
  newer: "M8 5l5 5-5 5",
  open: "M5 8l5 5 5-5",
  print: "M6 7V3.5h8V7M6 13H3.5V7h13v6H14M6 11h8v5.5H6z",
  link: "M8.5 11.5 11.5 8.5M9 6l2-2a3.2 3.2 0 0 1 4.5 4.5l-2 2M11 14l-2 2a3.2 3.2 0 0 1-4.5-4.5l2-2",
  screen: "M3 4h14v9H3zM7 16.5h6M10 13v3.5",
  search: "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4",
  add: "M10 4v12M4 10h12",
  speech: "M3.5 4h13v9H9l-3.5 3v-3h-2z",
  person: "M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.5c.5-3.2 2.7-5 6-5s5.5 1.8 6 5",
  place: "M10 17s5.5-5 5.5-9a5.5 5.5 0 0 0-11 0c0 4 5.5 9 5.5 9zM10 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  call: "M3 9h7l6-3v8l-6-3H6a2.5 2.5 0 1 0 2 4M16 3.5v0",
  topic: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  form: "M4.5 3.5h11v13h-11zM7 7.5l1 1 1.5-2M11.5 7.5h2M7 12.5l1 1 1.5-2M11.5 12.5h2",
  file: "M5 3.5h7l3 3v10H5zM12 3.5v3h3",
  letters: "M2.5 15 6.5 5l4 10M4 11.5h5M12 15l2.5-6 2.5 6M12.8 13h3.4",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, className = "size-5" }: { name: IconName; className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={`inline-block shrink-0 ${className}`}>
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
