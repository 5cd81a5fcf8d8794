import type { CSSProperties } from 'react';
import { useText } from '../../i18n/useText.ts';
import { glyphOf } from '../../scene/fateStyle.ts';
import { seenHeight } from '../../scene/fillNode.ts';
import type { Box } from '../../scene/geometry.ts';
import { section as sectionMetrics, table as tableMetrics } from '../../scene/metrics.ts';
import type { PlacedSection } from '../../scene/nodeLayout.ts';
import type { PlacedCell } from '../../scene/queueLayout.ts';
import type { SectionLayout } from '../../scene/sectionLayout.ts';
import './SectionView.css';

interface SectionViewProps {
  readonly section: PlacedSection;
  /** Its process is down: what is stored survives. */
  readonly isDown: boolean;
}

/** One part of a box: a queue, a table or a line of status. Every place comes from the layout. */
export function SectionView({ section, isDown }: SectionViewProps) {
  const text = useText();
  const { y, pad, layout } = section;
  const { kind, title } = layout.content;
  const titleLines = layout.kind === 'table' ? layout.titleLines : [title];
  return (
    <div className={`part part-${kind}`} style={{ top: y, height: seenHeight(section) }}>
      <div className="part-inside" style={{ top: pad, height: layout.height }}>
        <h4
          className="part-title"
          data-inline={layout.isInline ? '' : undefined}
          data-lines={titleLines.length > 1 ? '' : undefined}
        >
          <span title={title}>
            {titleLines.length > 1 ? titleLines.map((line) => <i key={line}>{line}</i>) : title}
          </span>
          {isDown && kind !== 'status' && !layout.isInline ? (
            <em title={text('stage-survives')}>{text('stage-survives')}</em>
          ) : null}
        </h4>
        <SectionBody layout={layout} />
      </div>
    </div>
  );
}

function SectionBody({ layout }: { readonly layout: SectionLayout }) {
  switch (layout.kind) {
    case 'queue':
      return <Queue layout={layout} />;
    case 'table':
      return <Table layout={layout} />;
    case 'status':
      return <StatusPill layout={layout} />;
  }
}

function Queue({ layout }: { readonly layout: Extract<SectionLayout, { kind: 'queue' }> }) {
  const text = useText();
  const { cells, emptyBox, cursor, noteLines, noteAt } = layout;
  return (
    <>
      {emptyBox === null ? (
        <ol>
          {cells.map((placed, index) => (
            // The place in the queue is the identity of a stored message.
            <Cell key={index} placed={placed} />
          ))}
        </ol>
      ) : (
        <p className="part-empty" style={placeOf(emptyBox)}>
          {text('stage-empty')}
        </p>
      )}
      {cursor === null ? null : (
        <span className="part-cursor" style={{ left: cursor.x, top: cursor.y }} title={text('stage-cursor')} />
      )}
      {noteLines.length === 0 ? null : (
        <p className="part-note" style={{ left: noteAt.x, top: noteAt.y - sectionMetrics.line / 2 }}>
          {noteLines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )}
    </>
  );
}

function Cell({ placed: { content, box } }: { readonly placed: PlacedCell }) {
  const text = useText();
  const glyph = content.isCount ? '' : glyphOf(content.fate);
  const hint = content.isCount ? text('stage-older', { count: content.label }) : content.hint;
  const description = content.isCount ? hint : `${content.label}: ${hint} (${text(`stage-fate-${content.fate}`)})`;
  return (
    <li
      className={`cell cell-${content.fate}`}
      data-new={content.isNew ? '' : undefined}
      style={placeOf(box)}
      title={hint}
    >
      <span aria-hidden="true">
        {glyph === '' ? null : <i>{glyph}</i>}
        <b>{content.label}</b>
      </span>
      <span className="ui-unseen">{description}</span>
    </li>
  );
}

function Table({ layout }: { readonly layout: Extract<SectionLayout, { kind: 'table' }> }) {
  const { columns, columnsY, rows, content, hasNames } = layout;
  const origin = (columns[0]?.x ?? 0) - tableMetrics.paddingX;
  return (
    <table
      style={{ top: hasNames ? columnsY : rows[0]?.y, left: origin, right: Math.max(2, Math.min(10, origin)) }}
      aria-label={content.title}
    >
      <thead className={hasNames ? undefined : 'ui-unseen'}>
        <tr style={{ height: tableMetrics.column }}>
          {columns.map(({ label, x }, index) => (
            <th
              key={x}
              scope="col"
              style={{ left: x - origin - tableMetrics.paddingX }}
              title={whole(label, content.columns[index])}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ y, cells, isNew }, row) => (
          <tr key={y} style={{ height: tableMetrics.row }} data-new={isNew ? '' : undefined}>
            {cells.map((value, index) => (
              <td
                key={columns[index]?.x ?? index}
                style={{ left: (columns[index]?.x ?? 0) - origin - tableMetrics.paddingX }}
                title={whole(value, content.rows[row]?.cells[index])}
              >
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What stands here in full, for a text that was cut so that it fits. */
function whole(shown: string, full: string | undefined): string | undefined {
  return shown === full ? undefined : full;
}

function StatusPill({ layout }: { readonly layout: Extract<SectionLayout, { kind: 'status' }> }) {
  const { pill, lines, content } = layout;
  return (
    <p
      className={`status status-${content.tone}`}
      style={placeOf(pill)}
      data-new={content.isNew ? '' : undefined}
      data-lines={lines.length > 1 ? '' : undefined}
    >
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
  );
}

function placeOf({ x, y, width, height }: Box): CSSProperties {
  return { left: x, top: y, width, height };
}
