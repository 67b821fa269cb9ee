import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, askTagged, ifMatch, type Tagged } from '../../../api/api.js';
import { useOptions } from '../../../shared/choices.js';
import { useTerms } from '../../../shared/terms.js';
import { useEdit } from '../../../api/use-edit.js';
import { Conflict } from '../../../shared/conflict.js';
import { Button } from '../../../kit/button.js';
import { Dialog } from '../../../kit/dialog.js';
import { Stack } from '../../../kit/layout.js';
import { Notice } from '../../../kit/notice.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Select } from '../../../kit/select.js';
import { TextField } from '../../../kit/text-field.js';
import { useToast } from '../../../kit/toasts.js';
import { agenciesKey, seatsKey, tablesKey, type Agency } from '../queries.js';

type Named = Pick<Agency, 'name' | 'sector'>;

export interface RenameProps {
  readonly agency: Tagged<Agency>;
  readonly onClose: () => void;
}

/** Another name or sector for an agency, after saying what changes for whom. */
export function Rename({ agency: { data: agency, tag }, onClose }: RenameProps) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const termOf = useTerms();
  const sectors = useOptions('sector');
  const [before, setBefore] = useState<Named>(agency);
  const [name, setName] = useState(agency.name);
  const [sector, setSector] = useState<string | null>(agency.sector);
  const params = { path: { id: agency.id } };
  const edit = useEdit<Named, Agency, unknown>({
    tag,
    read: () => askTagged(() => api.GET('/api/v1/agencies/{id}', { params })),
    save: (body, from) =>
      askTagged(() =>
        api.PATCH('/api/v1/agencies/{id}', { params: { ...params, header: ifMatch(from) }, body }),
      ),
    changes: [agenciesKey, tablesKey, seatsKey],
    isUntouched: (now) => now.name === before.name && now.sector === before.sector,
    isSaved: (now, sent) => now.name === sent.name && now.sector === sent.sector,
    onTheirs: (now) => {
      setBefore(now);
      setName(now.name);
      setSector(now.sector);
    },
    onDone: () => {
      toast({ message: formatMessage({ id: 'office.renamed' }, { name }) });
      onClose();
    },
  });
  const { overtaken } = edit;
  const isSame = name.trim() === before.name && sector === before.sector;
  return (
    <Dialog
      title={formatMessage({ id: 'office.rename.of' }, { name: agency.name })}
      isOpen
      stays
      onClose={onClose}
      actions={
        <Button
          variant="primary"
          pending={edit.pending}
          disabled={isSame || name.trim().length < 2}
          onPress={() => {
            if (sector !== null) edit.do({ name: name.trim(), sector });
          }}
        >
          {formatMessage({ id: 'office.save' })}
        </Button>
      }
    >
      <Stack>
        {edit.problem !== undefined && <ProblemNotice problem={edit.problem} />}
        <TextField
          label={formatMessage({ id: 'office.name' })}
          value={name}
          maxLength={120}
          onChange={setName}
        />
        <Select
          label={formatMessage({ id: 'office.sector' })}
          value={sector}
          options={sectors}
          onChange={setSector}
        />
        <Notice
          tone={isSame ? 'info' : 'warning'}
          says="polite"
          title={formatMessage({ id: 'office.effects' })}
        >
          {isSame ? (
            formatMessage({ id: 'office.effects.none' })
          ) : (
            <ul className="office-effects">
              {name.trim() !== before.name && (
                <li>
                  {formatMessage(
                    { id: 'office.effect.agencyName' },
                    { before: before.name, now: name.trim() },
                  )}
                </li>
              )}
              {sector !== before.sector && <li>{formatMessage({ id: 'office.effect.agencySector' })}</li>}
            </ul>
          )}
        </Notice>
      </Stack>
      {overtaken !== undefined && (
        <Conflict
          isOpen
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
          onLater={edit.settleLater}
          keepsTheirs
          fields={[
            {
              label: formatMessage({ id: 'office.name' }),
              mine: overtaken.mine.name,
              theirs: overtaken.theirs.name,
            },
            {
              label: formatMessage({ id: 'office.sector' }),
              mine: termOf('sector', overtaken.mine.sector),
              theirs: termOf('sector', overtaken.theirs.sector),
            },
          ]}
        />
      )}
    </Dialog>
  );
}
