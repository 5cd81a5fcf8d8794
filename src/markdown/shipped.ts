/** The plugins as types alone: they are shipped, and bring no other type of ours with them. `plugins.ts` has to fit them. */

export interface MarkdownOptions {
  /** The address of a Halfway site: where the links lead. */
  readonly site: string;
  /** Of the pictures and of the site, one of its languages; English unless said. */
  readonly lang?: string;
  /** `auto`, the default, is light and, for who prefers that, dark. */
  readonly theme?: 'auto' | 'light' | 'dark';
  /** `stage` (the default) is the picture at the link's position, `sequence` the whole run, `run` plays once. */
  readonly view?: 'stage' | 'sequence' | 'run';
  readonly zoom?: 'concept' | 'internals';
  /** Puts a picture somewhere and tells its address; without it the picture stands in the page itself. */
  readonly store?: (svg: string, link: string) => string;
}

/** What the plugin for remark needs of a node. */
export interface MarkdownNode {
  readonly type: string;
  url?: string;
  title?: string | null;
  children?: MarkdownNode[];
  readonly value?: string;
  readonly alt?: string | null;
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}

/** What the plugin for markdown-it needs of a token. */
export interface MarkdownToken {
  readonly type: string;
  content: string;
  children: MarkdownToken[] | null;
  readonly map: [number, number] | null;
  attrGet(name: string): unknown;
  attrSet(name: string, value: string): void;
}

export interface MarkdownState {
  readonly tokens: MarkdownToken[];
  readonly env: unknown;
  readonly Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => MarkdownToken;
}

/** What the plugin needs of markdown-it itself. */
export interface MarkdownIt {
  readonly core: {
    readonly ruler: { after(other: string, name: string, rule: (state: MarkdownState) => void): void };
  };
}

/** @public For remark: turns links to `halfway:v2/…` into pictures of their runs; rejects where one cannot be read whole. */
export declare function remarkHalfway(
  options: MarkdownOptions,
): (tree: MarkdownNode, file: { readonly path?: string }) => Promise<void>;

/** @public The same for markdown-it, which does not wait for a plugin: hence a promise of one. */
export declare function markdownItHalfway(options: MarkdownOptions): Promise<(markdown: MarkdownIt) => void>;
