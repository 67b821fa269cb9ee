import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { api, ask } from '../api/api.js';
import type { OwnSeat } from '../api/me.js';
import { cardKey, useCardPlace, useOpenMeeting } from '../api/meetings.js';
import { useAction } from '../api/use-action.js';
import { PrivacyShade } from '../kit/privacy-shade.js';
import { tellShade } from './shade-channel.js';

interface Covers {
  readonly all: () => void;
  readonly here: () => void;
}

const Cover = createContext<Covers>({ all: () => undefined, here: () => undefined });

/** Covers this device at once; from a coordinator's, all devices of the meeting and the projectors too. */
export function useCover(): () => void {
  return use(Cover).all;
}

/** Covers this device alone. */
export function useCoverHere(): () => void {
  return use(Cover).here;
}

/**
 * The shade over every screen of a seat at a table. It follows the shade of the open meeting; whoever presses
 * the button uncovers this device, and a coordinator uncovers all.
 */
export function MeetingShade({ seat, children }: { readonly seat: OwnSeat; readonly children: ReactNode }) {
  const isCoordinator = seat.persona === 'coordinator';
  const { data: meeting } = useOpenMeeting(isCoordinator || seat.persona === 'rep');
  const { data: card } = useCardPlace(meeting?.id);
  const [own, setOwn] = useState<'here' | 'all'>();
  /** The version of the shade that was cleared here: a later one covers again. */
  const [cleared, setCleared] = useState<number>();
  const shadeAll = useAction(
    (on: boolean, once) =>
      ask(() => api.POST('/api/v1/projector/shade', { params: { header: once }, body: { on } })),
    { changes: meeting ? [cardKey(meeting.id)] : [] },
  );
  const reachesAll = isCoordinator && meeting != null;
  const { do: tellAll } = shadeAll;
  const cover = useCallback(() => {
    setOwn('all');
    if (!isCoordinator) return;
    tellShade(true);
    if (reachesAll) tellAll(true);
  }, [isCoordinator, reachesAll, tellAll]);
  const here = useCallback(() => {
    setOwn((now) => now ?? 'here');
  }, []);
  const isAll = card?.shaded === true && cleared !== card.version && !(isCoordinator && shadeAll.pending);
  const clear = (): void => {
    const wasHere = own === 'here' && !isAll;
    setOwn(undefined);
    if (wasHere) return;
    setCleared(card?.version);
    if (!isCoordinator) return;
    tellShade(false);
    if (reachesAll) tellAll(false);
  };
  const value = useMemo(() => ({ all: cover, here }), [cover, here]);
  return (
    <Cover value={value}>
      {children}
      <PrivacyShade isOn={own !== undefined || isAll} onClear={clear} />
    </Cover>
  );
}
