import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { onShadeChange } from '../../shared/shade-channel.js';
import { useNow } from '../../kit/clock.js';
import { Loading } from '../../kit/loading.js';
import { Pairing } from './pairing.js';
import './projector.css';
import { readProjector } from './projector-api.js';
import { ProjectorCard } from './projector-card.js';

const everyMs = 1_000;
/** A wall that hears nothing cannot hear that it should be covered. */
const silentMs = 10_000;

/** The screen on the wall: a session of its own that can ask for one card and for nothing else. */
export function Projector() {
  const { formatMessage } = useIntl();
  const queries = useQueryClient();
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['wall'],
    queryFn: readProjector,
    refetchInterval: everyMs,
    refetchIntervalInBackground: true,
    retry: false,
    meta: { quiet: true },
  });
  const now = useNow(everyMs);
  const [isCovered, setCovered] = useState(false);
  useEffect(
    () =>
      onShadeChange((on) => {
        setCovered(on);
        if (!on) void queries.invalidateQueries({ queryKey: ['wall'] });
      }),
    [queries],
  );
  const title = formatMessage({ id: 'projector.title' });
  useEffect(() => {
    document.title = title;
  }, [title]);
  const isSilent = dataUpdatedAt > 0 && now - dataUpdatedAt > silentMs;
  if (data === undefined)
    return (
      <main className="wall">
        <Loading label={title} />
      </main>
    );
  if (data.state === 'notPaired')
    return (
      <main className="wall">
        <Pairing />
      </main>
    );
  if (isCovered || isSilent || data.state === 'shaded') {
    return (
      <main className="wall wall-blank" aria-label={title}>
        <h1 className="visually-hidden">{formatMessage({ id: 'projector.blank' })}</h1>
      </main>
    );
  }
  if (data.card === null) {
    return (
      <main className="wall wall-quiet">
        <h1>
          {formatMessage({ id: data.state === 'noMeeting' ? 'projector.noMeeting' : 'projector.noCard' })}
        </h1>
        <p>{formatMessage({ id: 'projector.safe' })}</p>
      </main>
    );
  }
  return (
    <main className="wall">
      <ProjectorCard card={data.card} />
    </main>
  );
}
