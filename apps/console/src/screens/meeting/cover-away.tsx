import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useCoverHere } from '../../shared/meeting-shade.js';
import { Switch } from '../../kit/switch.js';

const kept = 'cover-away';
const idleMs = 5 * 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/**
 * Covers this device, and no other, when its window is left or nobody touched it for five minutes. A person
 * turns that on once for this browser. When the coordinator turns to the projector's window, the projector
 * shows what it did.
 */
export function CoverAway() {
  const { formatMessage } = useIntl();
  const cover = useCoverHere();
  const [isOn, setOn] = useState(() => localStorage.getItem(kept) === 'on');
  useEffect(() => {
    if (!isOn) return undefined;
    let timer = setTimeout(cover, idleMs);
    const touched = (): void => {
      clearTimeout(timer);
      timer = setTimeout(cover, idleMs);
    };
    for (const sign of signs) addEventListener(sign, touched, { capture: true, passive: true });
    addEventListener('blur', cover);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, touched, { capture: true });
      removeEventListener('blur', cover);
    };
  }, [isOn, cover]);
  const change = (on: boolean): void => {
    localStorage.setItem(kept, on ? 'on' : 'off');
    setOn(on);
  };
  return (
    <Switch checked={isOn} onChange={change} hint={formatMessage({ id: 'meeting.away.hint' })}>
      {formatMessage({ id: 'meeting.away' })}
    </Switch>
  );
}
