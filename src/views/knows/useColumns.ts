import { use } from 'react';
import { protocolOf, timelineOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { followedOf } from '../orders/followed.ts';
import { columnsOf, type Column } from './knowsModel.ts';
import { beliefsOf } from './loadedBeliefs.ts';

/** The columns of the order that is followed; none where there is no order. */
export function useColumns(): readonly Column[] {
  const protocol = usePlayer(protocolOf);
  const timeline = usePlayer(timelineOf);
  const order = usePlayer(followedOf);
  const notes = use(beliefsOf(protocol.id));
  return order === null ? [] : columnsOf(notes, protocol, timeline, order);
}
