import { Stack } from '../../../kit/layout.js';
import { useSeat } from '../../../api/me.js';
import { Office } from '../office.js';
import { Invitations } from './invitations.js';
import { OfferForm } from './offer-form.js';
import { Offers } from './offers.js';
import { Seats } from './seats.js';

/** Seats: offered by one person, approved by another, ended, renewed. */
export function SeatsPart() {
  const seat = useSeat();
  return (
    <Office part="seats">
      <Stack gap="large">
        <Offers />
        <OfferForm />
        {seat?.persona === 'coordinator' && <Invitations />}
        <Seats />
      </Stack>
    </Office>
  );
}
