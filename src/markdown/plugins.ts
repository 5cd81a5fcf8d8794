/**
 * Plugins for remark and markdown-it: a link to `halfway:v2/…` becomes the picture of its run, with a link to where it can be
 * stepped through. One whose checksum no longer fits ends the build, with its place in one sentence.
 */
import type { Picture } from './picture.ts';
import type { MarkdownIt, MarkdownNode, MarkdownOptions, MarkdownState, MarkdownToken } from './shipped.ts';

/** Draws a link that stands there, or throws with the place in its sentence. */
type Draw = (url: string, place: Place) => Picture;

interface Place {
  readonly file: string | undefined;
  readonly line: number | undefined;
}

/** What draws comes when it is needed: some builds read their configuration, and with it this file, in a way that cannot wait. */
async function drawer(options: MarkdownOptions): Promise<Draw> {
  const { loadPictureOf } = await import('./picture.ts');
  const pictureOf = await loadPictureOf();
  return (url, { file = 'Markdown', line }) => {
    try {
      return pictureOf(url, options);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${file}${line === undefined ? '' : `:${line}`}: ${url}: ${reason}`, { cause: error });
    }
  };
}

function isHalfwayLink(url: unknown): url is string {
  return typeof url === 'string' && url.startsWith('halfway:');
}

/** @example unified().use(remarkParse).use(remarkHalfway, { site: 'https://example.org/halfway/' }) */
export function remarkHalfway(options: MarkdownOptions) {
  return async (tree: MarkdownNode, file: { readonly path?: string }): Promise<void> => {
    const draw = await drawer(options);
    visit(tree, (node) => {
      if (node.type !== 'link' || !isHalfwayLink(node.url)) return;
      const picture = draw(node.url, { file: file.path, line: node.position?.start.line });
      const alt = altOf(picture, plainText(node), node.url);
      node.url = picture.url;
      node.title = picture.title;
      node.children = [imageNode(picture, alt)];
    });
  };
}

function imageNode({ src }: Picture, alt: string): MarkdownNode {
  return { type: 'image', url: src, alt, title: null };
}

function visit(node: MarkdownNode, see: (node: MarkdownNode) => void): void {
  see(node);
  for (const child of node.children ?? []) visit(child, see);
}

function plainText({ value = '', children = [] }: MarkdownNode): string {
  return value + children.map(plainText).join('');
}

/**
 * A promise of the plugin, because markdown-it does not wait for one.
 * @example markdownIt().use(await markdownItHalfway({ site: 'https://example.org/halfway/' }))
 */
export async function markdownItHalfway(options: MarkdownOptions): Promise<(markdown: MarkdownIt) => void> {
  const draw = await drawer(options);
  return (markdown) => {
    markdown.core.ruler.after('inline', 'halfway', (state) => {
      for (const block of state.tokens) if (block.children !== null) block.children = withPictures(block, state, draw);
    });
  };
}

function withPictures(block: MarkdownToken, state: MarkdownState, draw: Draw): MarkdownToken[] {
  const result: MarkdownToken[] = [];
  /** The link that is being replaced, and the words in it. */
  let open: { readonly picture: Picture; readonly url: string; text: string } | null = null;
  for (const token of block.children ?? []) {
    const url = token.type === 'link_open' ? token.attrGet('href') : null;
    if (isHalfwayLink(url)) {
      const line = block.map === null ? undefined : block.map[0] + 1;
      const picture = draw(url, { file: pathOf(state.env), line });
      open = { picture, url, text: '' };
      token.attrSet('href', picture.url);
      if (picture.title !== null) token.attrSet('title', picture.title);
      result.push(token);
    } else if (open === null) {
      result.push(token);
    } else if (token.type === 'link_close') {
      result.push(imageToken(state, open.picture, altOf(open.picture, open.text, open.url)), token);
      open = null;
    } else {
      open.text += token.content;
    }
  }
  return result;
}

function imageToken({ Token }: MarkdownState, { src }: Picture, alt: string): MarkdownToken {
  const [image, text] = [new Token('image', 'img', 0), new Token('text', '', 0)];
  image.attrSet('src', src);
  image.attrSet('alt', '');
  text.content = alt;
  image.children = [text];
  image.content = alt;
  return image;
}

/** What VitePress and others tell of the file. */
function pathOf(env: unknown): string | undefined {
  const { path, relativePath }: { readonly path?: unknown; readonly relativePath?: unknown } = { ...Object(env) };
  return [relativePath, path].find((one) => typeof one === 'string');
}

/** The author's words, else what the picture shows; a link that stands for itself has its own address as its words. */
function altOf({ alt }: Picture, words: string, url: string): string {
  const text = words.trim();
  return text === '' || text.startsWith('halfway:') || text === url ? alt : text;
}
