/** What one node says besides its sections: its name, whether it is down, its clocks and the choices that are due. */
import { partsOf } from '../engine/choiceClass.ts';
import { flatValues, keyOf } from '../engine/data.ts';
import type { ProcessId, RoleId } from '../engine/model.ts';
import type { RunRecord } from '../engine/record.ts';
import type { ArmedTimer } from '../engine/timeline.ts';
import { worldKey } from '../engine/world.ts';
import { pageText, protocolText } from '../i18n/text.ts';
import type { Diagram, NodeSpec } from '../protocols/protocol.ts';
import { engineFor } from '../scenario/engines.ts';
import type { SectionContent } from './content.ts';
import { durationText } from './duration.ts';
import type { NodeContent, TimerContent } from './nodeLayout.ts';
import type { SceneRequest } from './sceneRequest.ts';

export function nodeContentOf(
  request: SceneRequest,
  diagram: Diagram,
  spec: NodeSpec,
  sections: readonly SectionContent[],
): NodeContent {
  const { protocol, lang, frame, previous } = request;
  return {
    id: spec.id,
    process: spec.process,
    title: protocolText(lang, protocol.id, spec.title),
    crashNote: crashNoteOf(request, diagram, spec.process),
    sections,
    timers: timersOf(request, spec),
    ...(request.isInteractive ? choicesOf(request, spec) : { choices: [], hasMoreChoices: false }),
    isTouched: previous !== null && frame.records.some((record) => touches(record, spec)),
  };
}

/** The word for a process that is down, by the kind of its crash; null while it runs. */
export function crashNoteOf(
  { frame: { world }, lang }: SceneRequest,
  { nodes }: Diagram,
  process: ProcessId,
): string | null {
  if (!world.crashed.includes(process)) return null;
  const roles = nodes.filter((node) => node.process === process).flatMap((node) => node.roles);
  const lostPower = roles.some((role) => world.roles[role]?.context['crash'] === 'machine');
  return pageText(lang, lostPower ? 'stage-power-lost' : 'stage-crashed');
}

/** Clocks whose end would change something. The others only tick. */
function timersOf(request: SceneRequest, { roles }: NodeSpec): readonly TimerContent[] {
  const { protocol, lang, frame, previous } = request;
  return frame.timers
    .filter((timer) => roles.includes(timer.role) && matters(request, timer))
    .map(({ role, delay, delayMs, dueMs }) => ({
      role,
      delay,
      label: protocolText(lang, protocol.id, `delay-${delay}`),
      left: durationText(Math.max(0, dueMs - frame.timeMs)),
      share: delayMs === 0 ? 0 : Math.min(1, Math.max(0, (dueMs - frame.timeMs) / delayMs)),
      isNew:
        previous !== null &&
        !previous.timers.some((old) => old.role === role && old.delay === delay && old.dueMs === dueMs),
    }));
}

function matters({ protocol, settings, frame: { world } }: SceneRequest, { role, delay }: ArmedTimer): boolean {
  const outcome = engineFor(protocol, settings).apply(world, { kind: 'fire', role, delay });
  return outcome.ok && worldKey(outcome.world) !== worldKey(world);
}

/**
 * What the roles of this node would do by themselves next, and the alternatives that a reader always has. What goes wrong
 * and what a person repairs is behind the button for more; their words may not have been fetched yet.
 */
function choicesOf(
  { protocol, settings, lang, frame }: SceneRequest,
  { roles }: NodeSpec,
): Pick<NodeContent, 'choices' | 'hasMoreChoices'> {
  const due = frame.pending.filter(({ choice }) => roles.includes(choice.role)).map(({ choice }) => choice);
  const turns: readonly RoleId[] = due.map(({ role }) => role);
  const others = engineFor(protocol, settings)
    .choices(frame.world)
    .filter(
      ({ role, message }) => turns.includes(role) && !due.some((known) => keyOf(known.message) === keyOf(message)),
    );
  const [orders, outcomes] = (['order', 'outcome'] as const).map((of) =>
    others.filter((choice) => partsOf(choice.class).of === of),
  );
  const choices = [due, orders ?? [], outcomes ?? []].flat();
  return {
    choices: choices.map(({ role, message }) => {
      const word = protocol.words.choice(message) ?? message.type;
      return {
        role,
        message,
        label: protocolText(lang, protocol.id, { key: `choice-${word}`, values: flatValues(message) }),
      };
    }),
    hasMoreChoices: choices.length < due.length + others.length,
  };
}

function touches(record: RunRecord, { roles, process }: NodeSpec): boolean {
  switch (record.kind) {
    case 'chosen':
    case 'ignored':
    case 'fired':
    case 'noted':
      return roles.includes(record.role);
    case 'delivered':
    case 'called':
      return roles.includes(record.to);
    case 'sent':
      return roles.includes(record.from);
    case 'crashed':
    case 'restarted':
      return record.process === process;
    case 'duplicated':
    case 'dropped':
    case 'lost':
    case 'moved':
    case 'armed':
    case 'disarmed':
      return false;
  }
}
