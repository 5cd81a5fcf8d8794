import { PacketButton } from './PacketButton.tsx';
import { Remains } from './Remains.tsx';
import { useTraffic } from './useTraffic.ts';

/** The messages that wait on an arrow, and what is left of those that have just come to their end. */
export function ArrowLoad({ id }: { readonly id: string }) {
  const traffic = useTraffic(id);
  if (traffic === null) return null;
  const { packets, motions, phases } = traffic;
  return (
    <>
      {motions.map((motion) => (
        <Remains key={`${motion.key} remains`} motion={motion} phases={phases} />
      ))}
      {packets.map((packet) => (
        <PacketButton
          key={packet.key}
          packet={packet}
          motion={motions.find((motion) => motion.packet === packet.key && isOnRest(motion.end)) ?? null}
          phases={phases}
        />
      ))}
    </>
  );
}

/** A motion that ends in a message at rest is acted by the message itself. */
function isOnRest(end: string): boolean {
  return end === 'sent' || end === 'doubled';
}
