import type { IntlShape } from 'react-intl';
import { useIntl } from 'react-intl';
import { dayIn } from '#domain/days';
import { useFormatDay } from '../kit/days.js';
import { actingSeat } from '../api/acting-seat.js';
import type { OwnSeat } from '../api/me.js';
import { Button } from '../kit/button.js';
import { EmptyState } from '../kit/empty-state.js';
import { Page, Row, Stack } from '../kit/layout.js';
import { PageHeader } from '../kit/page-header.js';
import { Panel } from '../kit/panel.js';

/** A seat in words: "Representative · Harbour Police · Harbour table". */
export function seatName(say: IntlShape['formatMessage'], { persona, agency, table }: OwnSeat): string {
  return [say({ id: 'app.seat' }, { persona }), agency?.name, table?.name].filter(Boolean).join(' · ');
}

/** Asked once a tab of whoever has more than one seat. */
export function SeatChoice({ seats }: { readonly seats: readonly OwnSeat[] }) {
  const { formatMessage } = useIntl();
  const formatDay = useFormatDay();
  if (seats.length === 0)
    return (
      <Page width="narrow">
        <EmptyState title={formatMessage({ id: 'app.noSeats' })}>
          {formatMessage({ id: 'app.noSeats.next' })}
        </EmptyState>
      </Page>
    );
  return (
    <Page width="narrow">
      <PageHeader
        title={formatMessage({ id: 'app.chooseSeat' })}
        lead={formatMessage({ id: 'app.chooseSeat.lead' })}
      />
      <Stack>
        {seats.map((seat) => (
          <Panel key={seat.id}>
            <Row align="between">
              <span className="text-quiet">
                {formatMessage(
                  { id: 'app.seatEnds' },
                  { day: formatDay(dayIn(seat.timeZone ?? 'UTC', Date.parse(seat.endsAt) - 1000)) },
                )}
              </span>
              <Button
                variant="primary"
                onPress={() => {
                  actingSeat.set(seat.id);
                }}
              >
                {seatName(formatMessage, seat)}
              </Button>
            </Row>
          </Panel>
        ))}
      </Stack>
    </Page>
  );
}
