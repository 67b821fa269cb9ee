import { Button } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { actingSeat } from '../api/acting-seat.js';
import type { OwnSeat } from '../api/me.js';

/** Asked once a tab of whoever has more than one seat. */
export function SeatChoice({ seats }: { readonly seats: readonly OwnSeat[] }) {
  const { formatMessage } = useIntl();
  if (seats.length === 0) return <p>{formatMessage({ id: 'app.noSeats' })}</p>;
  return (
    <>
      <h1>{formatMessage({ id: 'app.chooseSeat' })}</h1>
      <ul>
        {seats.map(({ id, persona, table, agency }) => (
          <li key={id}>
            <Button onPress={() => { actingSeat.set(id); }}>
              {[formatMessage({ id: 'app.seat' }, { persona }), agency?.name, table?.name].filter(Boolean).join(' · ')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
