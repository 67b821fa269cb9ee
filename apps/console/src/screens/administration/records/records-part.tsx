import { useIntl } from 'react-intl';
import { useMe } from '../../../api/me.js';
import { Stack } from '../../../kit/layout.js';
import { Events, Refusals } from '../health/records.js';
import { Office } from '../office.js';

/**
 * What an auditor may know of who administers: everything that was done and refused, by part and not by name;
 * what they did themselves is theirs.
 */
export function RecordsPart() {
  const { formatMessage } = useIntl();
  const { data: me } = useMe();
  return (
    <Office part="records">
      <Stack gap="large">
        <Events
          whoOf={({ actorId, persona }) =>
            actorId !== null && actorId === me?.userId
              ? formatMessage({ id: 'office.you' })
              : persona === null
                ? '–'
                : formatMessage({ id: 'app.seat' }, { persona })
          }
        />
        <Refusals />
      </Stack>
    </Office>
  );
}
