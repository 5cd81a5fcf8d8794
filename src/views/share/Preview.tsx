import { useMemo, type CSSProperties } from 'react';
import { renderSVG } from 'uqr';
import { sequenceSvg, stageSvg } from '../../exports/svg.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { embedAddress, pageAddress, QR_MAX } from './shareModel.ts';
import type { Taken, Way } from './takeAway.ts';

interface PreviewProps {
  readonly way: Way;
  readonly taken: Taken;
}

/** What the reader of the document will see: the code for phones, the frame or the picture itself. */
export function Preview({ way, taken }: PreviewProps) {
  switch (way) {
    case 'link':
      return <Code url={pageAddress(taken.site, taken.link, taken.showing)} />;
    case 'embed':
    case 'element':
      return taken.site.isFile ? null : <Frame taken={taken} />;
    case 'mermaid':
      return <Picture taken={taken} view="sequence" />;
    case 'markdown':
    case 'picture':
      return <Picture taken={taken} view="stage" />;
  }
}

/** Dark on light in both themes: not every phone reads the other way round. */
function Code({ url }: { readonly url: string }) {
  const text = useTopic('share');
  const src = useMemo(() => (url.length > QR_MAX ? null : dataOf(renderSVG(url, { ecc: 'M', border: 3 }))), [url]);
  if (src === null) return <p>{text('share-code-dense')}</p>;
  return (
    <figure style={PREVIEW}>
      <img src={src} alt={text('share-code-alt')} width={180} height={180} />
      <figcaption>{text('share-code-caption')}</figcaption>
    </figure>
  );
}

function Frame({ taken: { site, link, showing, title } }: { readonly taken: Taken }) {
  const text = useTopic('share');
  const src = embedAddress(site, link, showing);
  return (
    <figure style={PREVIEW}>
      <div style={{ width: '100%', height: showing.height / 2, overflow: 'hidden' }}>
        {/* oxlint-disable-next-line react/iframe-missing-sandbox -- what is framed is this very page */}
        <iframe
          key={src}
          style={HALF}
          src={src}
          title={text('share-preview', { title })}
          height={showing.height}
          tabIndex={-1}
        />
      </div>
      <figcaption>{text('share-preview', { title })}</figcaption>
    </figure>
  );
}

function Picture({ taken: { run, showing }, view }: { readonly taken: Taken; readonly view: 'stage' | 'sequence' }) {
  const text = useTopic('share');
  const src = useMemo(
    () => dataOf(view === 'stage' ? stageSvg(run, showing.theme) : sequenceSvg(run, showing.theme)),
    [run, showing.theme, view],
  );
  return (
    <figure style={PREVIEW}>
      <img style={PICTURE} src={src} alt={text('share-picture')} />
      <figcaption>{text('share-picture')}</figcaption>
    </figure>
  );
}

function dataOf(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** In the script, which comes with the panel: the one style sheet of the page comes with every visit. */
const PREVIEW: CSSProperties = { display: 'grid', justifyItems: 'center' };
const PICTURE: CSSProperties = { maxWidth: '100%', maxHeight: 260 };
/** Half as large as in the document, so that it fits. */
const HALF: CSSProperties = {
  width: '200%',
  border: 0,
  transform: 'scale(0.5)',
  transformOrigin: '0 0',
  pointerEvents: 'none',
};
