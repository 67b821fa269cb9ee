import { lazy, Suspense } from 'react';
import { Stack } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { Offers } from '../administration/seats/offers.js';
import { Seats } from '../administration/seats/seats.js';

const Invitations = lazy(() =>
  import('../administration/seats/invitations.js').then((module) => ({ default: module.Invitations })),
);

/** The agency's seats: those that wait for a word, who is invited, who sits. */
export function WhoSits() {
  return (
    <Stack gap="large">
      <Offers />
      <Suspense fallback={<Loading lines={3} />}>
        <Invitations />
      </Suspense>
      <Seats />
    </Stack>
  );
}
