/** `<halfway-explorer run="…">`: a picture with a link, and on a click the run itself in a frame. No code but its own. */
import type { EmbedMessage, EmbedRequest, EmbedState, EmbedTheme } from '../embed/messages.ts';

type Ask = EmbedRequest extends infer One ? (One extends { readonly v: 2 } ? Omit<One, 'v' | 'id'> : never) : never;

const WORDS: Readonly<Record<string, string>> = { zh: '在这里逐步推演', en: 'Step through it here' };
const OBSERVED = ['run', 'lang', 'theme', 'zoom'] as const;
const HEIGHT = 620;

const STYLE = `:host{display:block;position:relative;max-width:100%}:host([hidden]){display:none}
iframe{display:block;width:100%;border:0;border-radius:8px}
button{position:absolute;inset:auto 12px 12px auto;min-height:40px;padding:8px 16px;border:0;border-radius:8px;background:#3b4cca;color:#fff;font:600 15px system-ui,sans-serif;cursor:pointer}
button:focus-visible{outline:3px solid #93a0ff;outline-offset:2px}::slotted(a){display:block}`;

/** Sites are built where there is no browser; importing this must do no harm there. */
const Base: typeof HTMLElement = Reflect.get(globalThis, 'HTMLElement') ?? Object;
const { customElements: known }: Partial<typeof globalThis> = globalThis;

/**
 * Attributes: `run` (from `v2/` on), `lang`, `theme` (`auto` follows the page around), `zoom`, `label` (the author's words),
 * `height` in CSS pixels until the run has said its own, `load` (`click` or `view`), `site` (where Halfway is; beside this
 * script unless said). Events: `halfway:step`, `halfway:verdict`, `halfway:end`, `halfway:play`, `halfway:pause`, each with
 * the state as its `detail`.
 */
export class HalfwayExplorer extends Base {
  static readonly observedAttributes = OBSERVED;
  #frame: HTMLIFrameElement | null = null;
  #state: EmbedState | null = null;
  #watched: (() => void) | null = null;

  connectedCallback(): void {
    if (this.shadowRoot === null) this.#draw(this.attachShadow({ mode: 'open' }));
    addEventListener('message', this.#hear);
    const themes = new MutationObserver(() => this.ask({ type: 'halfway:set-theme', theme: this.#theme() }));
    for (const element of [document.documentElement, document.body])
      themes.observe(element, {
        attributes: true,
        attributeFilter: ['class', 'style', 'data-theme', 'data-bs-theme', 'data-md-color-scheme'],
      });
    const near = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.start());
    if (this.getAttribute('load') === 'view') near.observe(this);
    this.#watched = () => {
      themes.disconnect();
      near.disconnect();
    };
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#hear);
    this.#watched?.();
  }

  attributeChangedCallback(name: (typeof OBSERVED)[number], _before: string | null, value: string | null): void {
    if (this.#frame === null) return;
    if (name === 'run') this.ask({ type: 'halfway:load', run: value ?? '' });
    if (name === 'theme') this.ask({ type: 'halfway:set-theme', theme: this.#theme() });
    if (name === 'lang' && value !== null) this.ask({ type: 'halfway:set-lang', lang: value });
    if (name === 'zoom') this.ask({ type: 'halfway:set-zoom', zoom: value === 'internals' ? value : 'concept' });
  }

  /** What the run has told last; null before it runs. */
  get state(): EmbedState | null {
    return this.#state;
  }

  /** Asks the run for something, such as `{ type: 'halfway:goto', at: 3 }`. Before it runs, nothing hears it. */
  ask(request: Ask): void {
    this.#frame?.contentWindow?.postMessage({ ...request, v: 2 }, '*');
  }

  /** Puts the run in the place of the picture. */
  start(): void {
    const root = this.shadowRoot;
    if (this.#frame !== null || root === null) return;
    const frame = document.createElement('iframe');
    frame.src = this.#address();
    frame.title = this.getAttribute('label') ?? this.querySelector('img')?.alt ?? 'Halfway';
    frame.height = String(this.#height());
    frame.allow = 'clipboard-write; fullscreen';
    this.#frame = frame;
    root.querySelector('slot')?.replaceWith(frame);
    root.querySelector('button')?.remove();
  }

  #draw(root: ShadowRoot): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const button = document.createElement('button');
    button.type = 'button';
    const lang = this.#lang() ?? (document.documentElement.lang || navigator.language);
    button.textContent = `▷ ${WORDS[lang.slice(0, 2)] ?? WORDS['en'] ?? ''}`;
    button.addEventListener('click', () => {
      this.start();
      this.#frame?.focus();
    });
    root.append(document.createElement('slot'), button);
  }

  #hear = ({ source, data }: MessageEvent<EmbedMessage | { type: string; v: 1; height?: number }>): void => {
    const frame = this.#frame;
    if (frame === null || source !== frame.contentWindow || typeof data !== 'object' || data === null) return;
    if (data.v === 1) {
      if (data.type === 'halfway:ready') this.ask({ type: 'halfway:hello' });
      if (data.type === 'halfway:resize') frame.height = String(data.height ?? HEIGHT);
    } else if (data.v === 2 && 'state' in data) {
      this.#state = data.state;
      this.dispatchEvent(new CustomEvent(data.type, { detail: data.state, bubbles: true }));
    }
  };

  #address(): string {
    const site = this.getAttribute('site') ?? import.meta.url.replace(/[^/]*$/, '');
    const query = new URLSearchParams({ embed: '1' });
    const given = {
      lang: this.#lang(),
      theme: this.#theme(),
      zoom: this.getAttribute('zoom'),
      title: this.getAttribute('label'),
    };
    for (const [name, value] of Object.entries(given)) if (value !== null && value !== 'auto') query.set(name, value);
    return `${site}?${query}#${this.getAttribute('run') ?? ''}`;
  }

  #lang(): string | null {
    return this.getAttribute('lang');
  }

  #height(): number {
    return Number(this.getAttribute('height')) || HEIGHT;
  }

  /** What the author wants, else what the page around shows: a class, an attribute or its colour scheme. */
  #theme(): EmbedTheme {
    const wanted = this.getAttribute('theme');
    if (wanted === 'light' || wanted === 'dark') return wanted;
    for (const { classList, dataset } of [document.body, document.documentElement]) {
      const named = `${dataset['theme'] ?? ''} ${dataset['bsTheme'] ?? ''} ${dataset['mdColorScheme'] ?? ''} ${classList.value}`;
      if (/\b(?:dark|slate)\b/.test(named)) return 'dark';
      if (/\blight\b/.test(named)) return 'light';
    }
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    return scheme === 'dark' || scheme === 'light' ? scheme : 'auto';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'halfway-explorer': HalfwayExplorer;
  }
}

if (known?.get('halfway-explorer') === undefined) known?.define('halfway-explorer', HalfwayExplorer);
