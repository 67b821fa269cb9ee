import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { api, ask, Refused } from '../../../api/api.js';
import { FilterBadge } from '../../../kit/badge.js';
import { Button } from '../../../kit/button.js';
import { EmptyState } from '../../../kit/empty-state.js';
import { Loading } from '../../../kit/loading.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import type { Opening } from '../queries.js';

/**
 * What the own agency wrote. Each reading is written down, so it is read once when it is asked for and kept
 * nowhere.
 */
export function Package({
  opening: { id, number },
  onClose,
}: {
  readonly opening: Opening;
  readonly onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
  }, []);
  const { data, error } = useQuery({
    queryKey: ['opened', id],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    meta: { quiet: true, fixed: true },
    queryFn: () => ask(() => api.GET('/api/v1/openings/{id}/package', { params: { path: { id } } })),
  });
  return (
    <div ref={place} tabIndex={-1} className="privacy-package">
      <Panel
        title={formatMessage({ id: 'openings.package' }, { number })}
        actions={
          <Button size="small" icon="close" onPress={onClose}>
            {formatMessage({ id: 'openings.package.close' })}
          </Button>
        }
      >
        <p>{formatMessage({ id: 'openings.package.lead' })}</p>
        {error instanceof Refused && <ProblemNotice problem={error.problem} />}
        {data === undefined ? (
          error === null && <Loading lines={6} />
        ) : data.texts.length === 0 ? (
          <EmptyState icon="lock" title={formatMessage({ id: 'openings.package.none' })} />
        ) : (
          <ul className="office-list">
            {data.texts.map((text, nth) => (
              <Text key={nth} text={text} />
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}

const filterOf = (tier: number): 2 | 3 | 4 => (tier === 2 || tier === 3 ? tier : 4);

function Text({ text: { field, tier, text } }: { readonly text: Schema<'OpenedText'> }) {
  const { formatMessage } = useIntl();
  const what = formatMessage({ id: 'openings.package.field' }, { field: field.replace('.', '_') });
  return (
    <li className="office-line">
      <div className="office-words">
        <div className="row">
          <strong>{what}</strong>
          <FilterBadge filter={filterOf(tier)}>
            {formatMessage({ id: `privacy.filter.${filterOf(tier)}` })}
          </FilterBadge>
        </div>
        {field === 'tier3.identity' ? <Identity text={text} /> : <p className="privacy-text">{text}</p>}
      </div>
    </li>
  );
}

const identityFields = [
  'familyName',
  'givenNames',
  'alsoKnownAs',
  'birthDate',
  'address',
  'other',
] as const satisfies readonly (keyof Schema<'Identity'>)[];

function Identity({ text }: { readonly text: string }) {
  const { formatMessage } = useIntl();
  const identity = JSON.parse(text) as Schema<'Identity'>;
  return (
    <dl className="office-facts">
      {identityFields.flatMap((field) =>
        identity[field] === undefined
          ? []
          : [
              <dt key={field}>{formatMessage({ id: 'openings.package.identity' }, { field })}</dt>,
              <dd key={`${field} is`}>{identity[field]}</dd>,
            ],
      )}
    </dl>
  );
}
