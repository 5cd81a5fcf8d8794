import { useCallback, useId } from 'react';
import type { Scene } from '../../scene/scene.ts';
import { BoxHeader } from './BoxHeader.tsx';
import { ChoiceChips } from './ChoiceChips.tsx';
import './NodeBox.css';
import { SectionView } from './SectionView.tsx';
import { useStepMotion } from './stepMotion.ts';
import { TimerChip } from './TimerChip.tsx';
import { useScene } from './useScene.ts';

/** A box of the diagram: what runs there, what it holds, which clocks it has set and what it may do next. */
export function NodeBox({ id }: { readonly id: string }) {
  const shape = useScene(useCallback((scene: Scene) => scene.nodes.find((node) => node.id === id) ?? null, [id]));
  const framed = useScene(useCallback((scene: Scene) => isFramed(scene, id), [id]));
  const titleId = useId();
  if (shape === null) return null;
  const { content, titleLines, header, sections, timers, choices, moreChoices } = shape.layout;
  const isDown = content.crashNote !== null;
  return (
    <section
      className="box"
      data-down={isDown ? '' : undefined}
      data-touched={content.isTouched ? '' : undefined}
      data-framed={framed ? '' : undefined}
      aria-labelledby={titleId}
    >
      {content.isTouched ? <Ring /> : null}
      <BoxHeader
        titleId={titleId}
        title={content.title}
        lines={titleLines}
        height={header}
        crashNote={framed ? null : content.crashNote}
        isDown={isDown}
        hasMark={!framed}
        selection={{ kind: 'node', id }}
      />
      {sections.map((section) => (
        <SectionView key={section.layout.content.id} section={section} isDown={isDown} />
      ))}
      {timers.map((timer) => (
        <TimerChip key={`${timer.content.role} ${timer.content.delay}`} timer={timer} />
      ))}
      <ChoiceChips node={id} title={content.title} choices={choices} more={moreChoices} />
    </section>
  );
}

function isFramed({ frames, nodes }: Scene, id: string): boolean {
  const process = nodes.find((node) => node.id === id)?.spec.process;
  return frames.some((frame) => frame.process === process);
}

/** Something happened here in this step: a ring spreads once. */
function Ring() {
  const acting = useStepMotion();
  const step = useScene(useCallback((scene: Scene) => scene, []));
  if (acting === null) return null;
  return <span key={ringKey(step)} className="box-ring" aria-hidden="true" />;
}

const ringKeys = new WeakMap<Scene, number>();
let rings = 0;

/** A new key for every step, so that the ring spreads anew. */
function ringKey(scene: Scene): number {
  const known = ringKeys.get(scene);
  if (known !== undefined) return known;
  rings += 1;
  ringKeys.set(scene, rings);
  return rings;
}
