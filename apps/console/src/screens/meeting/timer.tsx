import { useIntl } from 'react-intl';
import { useState } from 'react';
import { Badge } from '../../kit/badge.js';
import { useNow } from '../../kit/clock.js';

const long = 5 * 60;

/**
 * How long the table has been on this one; counted from when it was put there on this screen. Key it by the
 * situation.
 */
export function Timer() {
  const { formatMessage } = useIntl();
  const now = useNow(1000);
  const [from] = useState(now);
  const seconds = Math.max(0, Math.floor((now - from) / 1000));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <Badge icon="timer" tone={seconds >= long ? 'warning' : 'neutral'}>
      {formatMessage({ id: 'meeting.timer' }, { time })}
    </Badge>
  );
}
