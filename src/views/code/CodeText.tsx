import { memo } from 'react';
import type { Line } from './codeModel.ts';

/** The pieces of a line are the same for as long as the sample is. */
export const CodeText = memo(function CodeText({
  line: { pieces, change },
}: {
  readonly line: Pick<Line, 'pieces' | 'change'>;
}) {
  const spans = pieces.map(([kind, piece], index) =>
    kind === '' ? (
      piece
    ) : (
      <span key={`${index} ${kind}`} className={`code-${kind}`}>
        {piece}
      </span>
    ),
  );
  return <code>{change === 'removed' ? <del>{spans}</del> : change === 'none' ? spans : <ins>{spans}</ins>}</code>;
}, isSameText);

type TextProps = { readonly line: Pick<Line, 'pieces' | 'change'> };

function isSameText(one: TextProps, other: TextProps): boolean {
  return one.line.pieces === other.line.pieces && one.line.change === other.line.change;
}
