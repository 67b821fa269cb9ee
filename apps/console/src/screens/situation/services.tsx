import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../api/api.js';
import { useOptions } from '../../shared/choices.js';
import { situationKey, type SituationView } from '../../api/moves.js';
import { useTerms } from '../../shared/terms.js';
import { useAction } from '../../api/use-action.js';
import { Button } from '../../kit/button.js';
import { Row, Stack } from '../../kit/layout.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Select } from '../../kit/select.js';

const gap = 'gap';

/**
 * Services that were mobilised and services that were not to be had; both stay, without a person, for the
 * statistics.
 */
export function Services({
  situation: { id, services = [], gaps = [] },
  canWrite,
}: {
  readonly situation: SituationView;
  readonly canWrite: boolean;
}) {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const kinds = useOptions('serviceType');
  const ways = useOptions('mobilization');
  const [service, setService] = useState<string | null>(null);
  const [way, setWay] = useState<string | null>(null);
  const add = useAction(
    (given: { service: string; way: string }, once) => {
      const params = { path: { id }, header: once };
      return given.way === gap
        ? ask(() => api.POST('/api/v1/situations/{id}/gaps', { params, body: { service: given.service } }))
        : ask(() =>
            api.POST('/api/v1/situations/{id}/services', {
              params,
              body: { service: given.service, mobilization: given.way },
            }),
          );
    },
    {
      changes: [situationKey(id)],
      onDone: () => {
        setService(null);
        setWay(null);
      },
    },
  );
  return (
    <Stack gap="small">
      {services.length + gaps.length > 0 && (
        <ul>
          {services.map((each) => (
            <li key={each.id}>
              {each.agency.name}: {termOf('serviceType', each.service)} –{' '}
              {termOf('mobilization', each.mobilization)}
            </li>
          ))}
          {gaps.map((each) => (
            <li key={each.id}>
              {each.agency.name}: {termOf('serviceType', each.service)} –{' '}
              {formatMessage({ id: 'situation.gap' })}
            </li>
          ))}
        </ul>
      )}
      {add.error instanceof Refused && <ProblemNotice problem={add.error.problem} />}
      {canWrite && (
        <Row>
          <Select
            label={formatMessage({ id: 'situation.service' })}
            options={kinds}
            value={service}
            onChange={setService}
            placeholder={formatMessage({ id: 'situation.choose' })}
          />
          <Select
            label={formatMessage({ id: 'situation.mobilization' })}
            options={[...ways, { value: gap, label: formatMessage({ id: 'situation.gap' }) }]}
            value={way}
            onChange={setWay}
            placeholder={formatMessage({ id: 'situation.choose' })}
          />
          <Button
            size="small"
            pending={add.pending}
            disabled={service === null || way === null}
            onPress={() => {
              if (service !== null && way !== null) add.do({ service, way });
            }}
          >
            {formatMessage({ id: 'situation.service.add' })}
          </Button>
        </Row>
      )}
    </Stack>
  );
}
