import { animatedSvg } from '../../exports/animatedSvg.ts';
import { sequenceSvg, stageSvg } from '../../exports/svg.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { Button } from '../../ui/Button.tsx';
import { useCopy } from '../../ui/useCopy.ts';
import { pngOf, save } from './picture.ts';
import { LONG } from './shareModel.ts';
import { fileName, picturePlace, textOf, type Taken, type Way } from './takeAway.ts';

interface GiveProps {
  readonly way: Way;
  readonly taken: Taken;
}

/** The text to copy with its buttons, or the pictures to save. */
export function Give({ way, taken }: GiveProps) {
  const text = useTopic('share');
  const { copied, hasFailed, copy } = useCopy();
  if (way === 'picture') return <Pictures taken={taken} />;
  const content = textOf(way, taken);
  if (content === null) return <p className="share-cut">{text('share-from-disk')}</p>;
  const isCopied = copied === content;
  return (
    <>
      <textarea
        aria-label={text(way === 'link' ? 'share-link' : 'share-code')}
        readOnly
        rows={4}
        value={content}
        onFocus={(event) => event.target.select()}
      />
      {way === 'link' ? (
        <p>
          {text('share-characters', { count: content.length })}
          {content.length > LONG ? ` · ${text('share-long')}` : null}
        </p>
      ) : null}
      {way === 'markdown' && picturePlace(taken) === null ? (
        <p>{text('share-picture-beside', { name: fileName(taken) })}</p>
      ) : null}
      <div className="share-buttons">
        <Button tone="main" icon={isCopied ? 'check' : 'copy'} onClick={() => void copy(content)}>
          {text(isCopied ? 'share-copied' : `share-copy-${way}`)}
        </Button>
        {way === 'link' && 'share' in navigator ? (
          <Button icon="share" onClick={() => void offer(taken.title, content)}>
            {text('share-native')}
          </Button>
        ) : null}
        {way === 'markdown' && picturePlace(taken) === null ? <SaveSvg taken={taken} view="stage" /> : null}
      </div>
      <output className={hasFailed ? 'share-cut' : 'ui-unseen'}>
        {hasFailed ? text('share-failed') : isCopied ? text('share-copied') : ''}
      </output>
    </>
  );
}

/** The system's own panel. Who closes it has changed their mind, which is no error. */
async function offer(title: string, url: string): Promise<void> {
  await navigator.share({ title, url }).catch(() => undefined);
}

const VIEWS = ['stage', 'sequence', 'moving'] as const;
type View = (typeof VIEWS)[number];

function Pictures({ taken }: { readonly taken: Taken }) {
  const text = useTopic('share');
  const png = async (view: 'stage' | 'sequence'): Promise<void> =>
    save(await pngOf(svgOf(taken, view)), fileName(taken, 'png'));
  return (
    <div className="share-buttons">
      {VIEWS.map((view) => (
        <SaveSvg key={view} taken={taken} view={view} />
      ))}
      <Button icon="down" onClick={() => void png('stage')}>
        {text('share-save-stage-png')}
      </Button>
      <Button icon="down" onClick={() => void png('sequence')}>
        {text('share-save-sequence-png')}
      </Button>
    </div>
  );
}

function SaveSvg({ taken, view }: { readonly taken: Taken; readonly view: View }) {
  const text = useTopic('share');
  const saveNow = (): void => save(new Blob([svgOf(taken, view)], { type: 'image/svg+xml' }), fileName(taken));
  return (
    <Button icon="down" onClick={saveNow}>
      {text(`share-save-${view}`)}
    </Button>
  );
}

function svgOf({ run, showing: { theme } }: Taken, view: View): string {
  switch (view) {
    case 'stage':
      return stageSvg(run, theme);
    case 'sequence':
      return sequenceSvg(run, theme);
    case 'moving':
      return animatedSvg(run, theme);
  }
}
