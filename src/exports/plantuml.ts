/** A run as a PlantUML sequence diagram. */
import { titleOf, type ExportedRun } from './exported.ts';
import { eventsOf, type SequenceEvent } from './sequenceEvents.ts';

/** From `@startuml` to `@enduml`; ends without a line break. */
export function plantumlOf(run: ExportedRun): string {
  const { lines, events } = eventsOf(run);
  return [
    '@startuml',
    `title ${plain(titleOf(run))}`,
    'autonumber',
    ...lines.map(({ title }, index) => `participant "${plain(title)}" as P${index}`),
    ...events.flatMap(linesOf),
    '@enduml',
  ].join('\n');
}

function linesOf(event: SequenceEvent): readonly string[] {
  switch (event.kind) {
    case 'message':
      return [`P${event.from} ${arrowOf(event.end)} P${event.to} : ${plain(event.text)}`];
    case 'self':
      return [`P${event.line} -> P${event.line} : ${plain(event.text)}`];
    case 'note':
      return [`note over P${event.line} : ${plain(event.text)}`];
    case 'wait':
      return [`... ${plain(event.text)} ...`];
    case 'verdict':
      return [`note over P0, P${event.last}`, ...event.texts.map(plain), 'end note'];
  }
}

/** A cross says that it never took effect. */
function arrowOf(end: Extract<SequenceEvent, { kind: 'message' }>['end']): string {
  switch (end) {
    case 'delivered':
      return '->';
    case 'ignored':
      return '-->x';
    case 'dropped':
    case 'lost':
      return '->x';
    case 'flying':
      return '->>';
  }
}

/** One line without quotation marks; a tilde takes from PlantUML's marks their meaning. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('"', '”')
    .replaceAll(/(\*\*|\/\/|--|__|~~|<)/g, '~$1');
}
