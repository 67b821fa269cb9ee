import { Stack } from '../../../kit/layout.js';
import { Certificates } from './certificates.js';
import { DueList } from './due-list.js';
import { HoldRequests } from './hold-requests.js';
import { Holds } from './holds.js';

/**
 * The end of what the agency brought: what is asked, what falls due, what is held beyond it, what is gone and
 * proven gone.
 */
export function Keeping() {
  return (
    <Stack gap="large">
      <HoldRequests />
      <DueList />
      <Holds />
      <Certificates />
    </Stack>
  );
}
