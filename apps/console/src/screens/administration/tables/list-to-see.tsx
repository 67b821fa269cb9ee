import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../../api/api.js';
import { meKey } from '../../../api/me.js';
import { useAction } from '../../../api/use-action.js';
import { Button } from '../../../kit/button.js';
import { Page, Row, Stack } from '../../../kit/layout.js';
import { Loading } from '../../../kit/loading.js';
import { PageHeader } from '../../../kit/page-header.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { FoundingPeople } from './founding-people.js';

/**
 * The first page of a new seat: who learns of situations here. An officer reads it for each table of the
 * agency. It stays until it is read.
 */
export function ListToSee({
  table: { id, name },
  isOfficer,
}: {
  readonly table: { readonly id: string; readonly name: string };
  readonly isOfficer: boolean;
}) {
  const { formatMessage } = useIntl();
  const listKey = ['list-to-see', id] as const;
  const { data, error } = useQuery({
    queryKey: listKey,
    queryFn: () => ask(() => api.GET('/api/v1/tables/{id}/founding', { params: { path: { id } } })),
  });
  const see = useAction(
    (listHash: string, once) =>
      ask(() =>
        api.POST('/api/v1/tables/{id}/founding/seen', {
          params: { path: { id }, header: once },
          body: { listHash },
        }),
      ),
    { changes: [meKey, listKey] },
  );
  const problem = [error, see.error].find((one) => one instanceof Refused)?.problem;
  return (
    <Page width="narrow">
      <PageHeader
        title={formatMessage({ id: 'office.listToSee' }, { table: name })}
        lead={formatMessage({ id: isOfficer ? 'office.listToSee.officer' : 'office.listToSee.lead' })}
      />
      <Stack>
        {data === undefined && problem === undefined && (
          <Loading label={formatMessage({ id: 'app.loading' })} />
        )}
        {data !== undefined && (
          <Panel>
            {data.isFounding && <p>{formatMessage({ id: 'office.listToSee.founding' })}</p>}
            <FoundingPeople founding={data} />
          </Panel>
        )}
        {problem !== undefined && <ProblemNotice problem={problem} />}
        {data !== undefined && (
          <Row>
            <Button
              variant="primary"
              icon="check"
              pending={see.pending}
              onPress={() => {
                see.do(data.listHash);
              }}
            >
              {formatMessage({ id: 'office.listToSee.seen' })}
            </Button>
          </Row>
        )}
      </Stack>
    </Page>
  );
}
