import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';

type Person = Schema<'ListedPersonResponse'>;

/** The coordinators of a table, and its agencies with their people. */
export function FoundingPeople({ founding }: { readonly founding: Schema<'FoundingResponse'> }) {
  const { formatMessage } = useIntl();
  const named = ({ displayName, persona }: Person): string =>
    formatMessage(
      { id: 'office.founding.person' },
      { who: displayName, what: formatMessage({ id: 'app.seat' }, { persona }) },
    );
  return (
    <ul>
      {founding.coordinators.length > 0 && <li>{founding.coordinators.map(named).join(' · ')}</li>}
      {founding.agencies.map((agency) => (
        <li key={agency.agencyId}>
          <strong>{agency.name}</strong>
          {agency.people.length > 0 && `: ${agency.people.map(named).join(' · ')}`}
        </li>
      ))}
    </ul>
  );
}
