import './Icon.css';

/** Drawn on a grid of 16, in the colour of the text around. An icon never carries meaning alone. */
const PATHS = {
  start: 'M3.5 3v10M13 3.5 6.5 8l6.5 4.5z',
  back: 'M11 3.5 4.5 8l6.5 4.5z',
  forward: 'M3 8h9.5M8.5 4l4 4-4 4',
  play: 'M5 3.2 12.5 8 5 12.8z',
  pause: 'M5 3.5v9M11 3.5v9',
  end: 'M12.5 3v10M3 3.5 9.5 8 3 12.5z',
  restart: 'M3 8a5 5 0 1 0 1.6-3.7M4.5 1.5v3h3',
  share: 'M8 9.5v-8M5 4l3-3 3 3M4 7.5H3v7h10v-7h-1',
  sliders: 'M2 4.5h5M11 4.5h3M2 11.5h3M9 11.5h5M9 2.8v3.4M7 9.8v3.4',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13',
  moon: 'M13.2 9.6A5.8 5.8 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z',
  system: 'M2 3h12v8H2zM5.5 14h5',
  check: 'm3 8.5 3.2 3.2L13 4.5',
  cross: 'm4 4 8 8M12 4l-8 8',
  down: 'm4 6 4 4 4-4',
  warning: 'M8 2 1.5 13.5h13zM8 6.5v3.2M8 11.6v.2',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 4.8V8l2.2 1.6',
  external: 'M6 3H3v10h10v-3M9 2.5h4.5V7M13 3 7.5 8.5',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  copies: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3M8 9.5h3',
  help: 'M5.6 5.8a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.8M8 12.2v.2',
  bolt: 'M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z',
  branch: 'M4.5 2.5v11M4.5 9.5c5 0 7-1 7-5.5M9.3 5.8 11.5 3.5l2.2 2.3',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  swap: 'M2.5 5.5h10M9.5 2.5l3 3-3 3M13.5 10.5h-10M6.5 7.5l-3 3 3 3',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  question: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M6.2 6.4a1.8 1.8 0 1 1 2.7 1.6c-.6.3-.9.6-.9 1.3M8 11.3v.1',
  lock: 'M4 7.5h8v6H4zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2',
  shield: 'M8 1.8 13 3.6v4c0 3-2 5.2-5 6.6-3-1.4-5-3.6-5-6.6v-4z',
  dot: 'M8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3',
  table: 'M2.5 3.5h11v9h-11zM2.5 7h11M7 7v5.5',
  steps: 'M3 4.5h1M7 4.5h6M3 8h1M7 8h6M3 11.5h1M7 11.5h6',
  timeline: 'M2 4.5h12M2 11.5h12M5 4.5l4.5 7M8.5 10.5l1 1 .4-1.4',
  log: 'M3.5 2.5h9v11h-9zM6 6h4M6 8.5h4M6 11h2.5',
  state: 'M2.5 3h4.5v3.5H2.5zM9 9.5h4.5V13H9zM4.75 6.5v4.75H9',
  code: 'm5.5 4.5-3.5 3.5 3.5 3.5M10.5 4.5l3.5 3.5-3.5 3.5',
  people: 'M6 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4M2.5 13q0-4 3.5-4t3.5 4M10.5 3.2a2 2 0 0 1 0 3.6M11.5 9.2q2 .6 2 3.8',
  panels: 'M2.5 3h11v10h-11zM2.5 9h11M8 9v4',
  book: 'M2.5 3c2-.6 4-.4 5.5.7v9.8c-1.5-1.1-3.5-1.3-5.5-.7zM13.5 3c-2-.6-4-.4-5.5.7v9.8c1.5-1.1 3.5-1.3 5.5-.7z',
} as const;

const FILLED: ReadonlySet<string> = new Set(['start', 'back', 'play', 'end']);

export type IconName = keyof typeof PATHS | 'half';

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="ui-icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {name === 'half' ? <HalfDisc /> : <path d={PATHS[name]} fill={FILLED.has(name) ? 'currentColor' : 'none'} />}
    </svg>
  );
}

function HalfDisc() {
  return (
    <>
      <circle cx="8" cy="8" r="6" fill="none" />
      <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" stroke="none" />
    </>
  );
}
