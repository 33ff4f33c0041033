const paths = {
  work: 'M4 5h16v14H4zM8 3v4M16 3v4M4 10h16M8 14l2.5 2.5L16 12',
  cases: 'M4 6h6l2 2h8v11H4z',
  holdouts: 'M12 3 2.5 20h19zM12 10v4M12 17h.01',
  graves: 'M7 20V9a5 5 0 0 1 10 0v11M4 20h16M12 9v5M10 11h4',
  projects: 'M3 20h18M5 20V9l7-5 7 5v11M9 20v-6h6v6',
  intake: 'M4 4h11l5 5v11H4zM14 4v6h6M8 14h8M8 17h5',
  reception:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16 11a3 3 0 1 0 0-6M2.5 20a5.5 5.5 0 0 1 11 0M15.5 14.6A5.5 5.5 0 0 1 21.5 20',
  board: 'M4 20V10M10 20V4M16 20v-8M21 20H3',
  admin:
    'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 2v4M12 18v4M2 12h4M18 12h4M5 5l2.8 2.8M16.2 16.2 19 19M5 19l2.8-2.8M16.2 7.8 19 5',
  log: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h3',
  retention: 'M4 5h16v4H4zM6 9v11h12V9M10 13h4',
  reports: 'M5 3h10l4 4v14H5zM9 12v5M12 9v8M15 14v3',
  letters: 'M3 6h18v13H3zM3 7l9 7 9-7',
  templates: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h4',
  import: 'M4 4h16v16H4zM4 9h16M10 9v11M15 12v5M13 15l2 2 2-2',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4',
  calculator: 'M5 3h14v18H5zM8 7h8M8 12h.01M12 12h.01M16 12h.01M8 16h.01M12 16h.01M16 16h.01',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
