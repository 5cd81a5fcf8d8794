/** A run as a Mermaid sequence diagram. */
import { pageText } from '../i18n/text.ts';
import { titleOf, type ExportedRun } from './exported.ts';
import { eventsOf, type SequenceEvent } from './sequenceEvents.ts';

/** The whole text of the diagram, title included; ends without a line break. */
export function mermaidOf(run: ExportedRun): string {
  const { lines, events } = eventsOf(run);
  return [
    '---',
    `title: ${JSON.stringify(titleOf(run))}`,
    '---',
    'sequenceDiagram',
    '  autonumber',
    ...lines.map(({ title }, index) => `  participant P${index} as ${plain(title)}`),
    ...events.map((event) => `  ${lineOf(event, run)}`),
  ].join('\n');
}

function lineOf(event: SequenceEvent, { lang }: ExportedRun): string {
  switch (event.kind) {
    case 'message':
      return `P${event.from}${arrowOf(event.end)}P${event.to}: ${plain(event.text)}`;
    case 'self':
      return `P${event.line}->>P${event.line}: ${plain(event.text)}`;
    case 'note':
      return `Note over P${event.line}: ${plain(event.text)}`;
    case 'wait':
      return `Note over P0,P${event.last}: ${plain(event.text)}`;
    case 'verdict':
      return `Note over P0,P${event.last}: ${plain(pageText(lang, 'ledger-title'))}<br/>${event.texts.map(plain).join('<br/>')}`;
  }
}

/** A cross says that it never took effect. */
function arrowOf(end: Extract<SequenceEvent, { kind: 'message' }>['end']): string {
  switch (end) {
    case 'delivered':
      return '->>';
    case 'ignored':
      return '--x';
    case 'dropped':
    case 'lost':
      return '-x';
    case 'flying':
      return '-)';
  }
}

/** What Mermaid would read as its own: a hash or a semicolon ends a statement, the word `end` a block. */
function plain(text: string): string {
  return text
    .replaceAll(/[#;<>]/g, (sign) => `#${sign.charCodeAt(0)};`)
    .replaceAll(/\bend\b/gi, (word) => `${word.charAt(0)}\u200B${word.slice(1)}`);
}
