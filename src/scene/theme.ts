/** The colours of exported pictures. They are those of the page; theme.test.ts compares them with its style sheet. */
export type ThemeName = 'light' | 'dark';

export const themes = {
  light: {
    bg: '#f6f5f1',
    sunken: '#efeee8',
    panel: '#fffefb',
    ink: '#1c2233',
    muted: '#596174',
    line: '#e0ddd3',
    edge: '#838178',
    accent: '#3b4cca',
    'accent-soft': '#e9ebfb',
    half: '#985405',
    'half-soft': '#fdf1dc',
    visible: '#0a6f5a',
    'visible-soft': '#def3ec',
    bad: '#b3202c',
    'bad-soft': '#fbe3e3',
    check: '#7a3fb8',
    'check-soft': '#f2e8fb',
  },
  dark: {
    bg: '#12151d',
    sunken: '#0e1118',
    panel: '#191d28',
    ink: '#e8eaf2',
    muted: '#a3abbd',
    line: '#2a3040',
    edge: '#788098',
    accent: '#93a0ff',
    'accent-soft': '#262d52',
    half: '#f0b35e',
    'half-soft': '#3a2c14',
    visible: '#5fd3b4',
    'visible-soft': '#12342d',
    bad: '#ff9090',
    'bad-soft': '#43202a',
    check: '#cda4f7',
    'check-soft': '#33244a',
  },
} as const satisfies { readonly [name in ThemeName]: { readonly [colour: string]: string } };

export type Colour = keyof (typeof themes)['light'];

/** The colours of a picture that stands in the page: they follow its theme. */
export const pageColours: { readonly [colour in Colour]: string } = {
  bg: 'var(--bg)',
  sunken: 'var(--sunken)',
  panel: 'var(--panel)',
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  edge: 'var(--edge)',
  accent: 'var(--accent)',
  'accent-soft': 'var(--accent-soft)',
  half: 'var(--half)',
  'half-soft': 'var(--half-soft)',
  visible: 'var(--visible)',
  'visible-soft': 'var(--visible-soft)',
  bad: 'var(--bad)',
  'bad-soft': 'var(--bad-soft)',
  check: 'var(--check)',
  'check-soft': 'var(--check-soft)',
};

export const fontFamilies = {
  text: "-apple-system,'Segoe UI',Roboto,'Noto Sans',Ubuntu,'DejaVu Sans Condensed',system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Droid Sans Fallback',sans-serif",
  mono: "ui-monospace,'SF Mono',Menlo,Consolas,'Liberation Mono','DejaVu Sans Mono','PingFang SC','Microsoft YaHei','Droid Sans Fallback',monospace",
} as const;
