import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useTerms } from '../../shared/terms.js';
import { Badge, FilterBadge } from '../../kit/badge.js';
import { EmptyState } from '../../kit/empty-state.js';
import { Stack } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { MoreButton } from '../../kit/more-button.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { RadioGroup } from '../../kit/radio-group.js';
import './privacy.css';
import { useAudit } from './queries.js';
import { groupReadings, type Grouped, type Reading } from './readings.js';

/** Who saw what, in sentences by filter: of the situations that the agency brought, or by the agency's own people. */
export function Saw() {
  const { formatMessage } = useIntl();
  const search = useSearch({ from: '/privacy' });
  const navigate = useNavigate({ from: '/privacy' });
  const about = search.about ?? 'situations';
  const { rows, problem, more } = useAudit(about);
  const groups = useMemo(
    () => groupReadings(rows ?? [], about === 'people' ? 'who' : 'number'),
    [rows, about],
  );
  return (
    <Stack gap="large">
      <RadioGroup
        label={formatMessage({ id: 'privacy.about' })}
        look="segments"
        value={about}
        options={[
          { value: 'situations', label: formatMessage({ id: 'privacy.about.situations' }) },
          { value: 'people', label: formatMessage({ id: 'privacy.about.people' }) },
        ]}
        onChange={(value) => {
          void navigate({
            search: value === 'people' ? { about: 'people' } : {},
            replace: true,
            resetScroll: false,
          });
        }}
      />
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {rows === undefined ? (
        problem === undefined && <Loading lines={6} />
      ) : groups.length === 0 ? (
        <EmptyState icon="eye" title={formatMessage({ id: 'privacy.saw.none' })}>
          {formatMessage({ id: `privacy.saw.none.${about}` })}
        </EmptyState>
      ) : (
        groups.map((group) => <Group key={group.key} group={group} about={about} />)
      )}
      <MoreButton {...more} shown={rows?.length} />
    </Stack>
  );
}

function Group({ group, about }: { readonly group: Grouped; readonly about: 'situations' | 'people' }) {
  const { formatMessage } = useIntl();
  const nobody = formatMessage({ id: about === 'people' ? 'privacy.saw.noName' : 'privacy.saw.noNumber' });
  return (
    <Panel
      title={group.key === '' ? nobody : group.key}
      actions={<span className="text-quiet">{group.table}</span>}
    >
      {group.filters.map(({ filter, readings }) => (
        <div key={filter} className="privacy-filter">
          <FilterBadge filter={filter}>{formatMessage({ id: `privacy.filter.${filter}` })}</FilterBadge>
          <ul className="privacy-readings">
            {readings.map((reading, place) => (
              <Sentence key={place} reading={reading} about={about} />
            ))}
          </ul>
        </div>
      ))}
      {group.acts > 0 && (
        <p className="text-quiet">{formatMessage({ id: `privacy.acts.${about}` }, { acts: group.acts })}</p>
      )}
    </Panel>
  );
}

function Sentence({
  reading,
  about,
}: {
  readonly reading: Reading;
  readonly about: 'situations' | 'people';
}) {
  const { formatMessage, formatDate } = useIntl();
  const termOf = useTerms();
  const who = (
    <strong key="who">
      {reading.who ?? formatMessage({ id: 'privacy.somebody' }, { persona: reading.persona ?? '' })}
    </strong>
  );
  const day = formatDate(reading.last, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  const kind = reading.refused ? 'refused' : 'read';
  const purposes = [...reading.purposes]
    .map((purpose) =>
      formatMessage({ id: 'privacy.purpose' }, { purpose, term: termOf('openingPurpose', purpose) }),
    )
    .join(', ');
  return (
    <li>
      {about === 'people'
        ? formatMessage(
            { id: `privacy.people.${kind}` },
            {
              number: reading.number === '' ? formatMessage({ id: 'privacy.saw.noNumber' }) : reading.number,
              times: reading.times,
              day,
            },
          )
        : formatMessage(
            { id: `privacy.saw.${kind}` },
            {
              who,
              agency: reading.agency ?? '',
              of: reading.agency === null ? 'no' : 'yes',
              times: reading.times,
              day,
            },
          )}
      {purposes !== '' && <span className="text-quiet"> · {purposes}</span>}
      {reading.late && (
        <>
          {' '}
          <Badge tone="warning" icon="clock">
            {formatMessage({ id: 'privacy.saw.late' })}
          </Badge>
        </>
      )}
    </li>
  );
}
