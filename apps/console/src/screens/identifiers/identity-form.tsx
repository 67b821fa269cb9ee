import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { dayOf, isDay, type Day } from '#domain/days';
import { contradictsAgeBand } from '#domain/vocabulary';
import { api, ask, ifMatch } from '../../api/api.js';
import { withoutEmpty } from '../../api/without-empty.js';
import { situationKey, type SituationView } from '../../api/moves.js';
import { useEdit } from '../../api/use-edit.js';
import { Conflict } from '../../shared/conflict.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Stack } from '../../kit/layout.js';
import { useToday } from '../../kit/days.js';
import { Notice } from '../../kit/notice.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { TextField } from '../../kit/text-field.js';
import './identifiers.css';

type Identity = Schema<'Identity'>;

/** In the order in which they are asked and shown. */
export const identityFields = [
  'familyName',
  'givenNames',
  'alsoKnownAs',
  'birthDate',
  'address',
  'other',
] as const;
const needed: ReadonlySet<string> = new Set(['familyName', 'givenNames']);
const empty: Identity = { familyName: '', givenNames: '' };

const isSame = (one: Identity, other: Identity): boolean =>
  identityFields.every((field) => (one[field] ?? '') === (other[field] ?? ''));

/**
 * Whether a birth date lies outside the age band that the table was shown. Of a further person nobody said here which one it is, so only a
 * date outside the bands of all is pointed out.
 */
function contradicts(
  { tier2, persons = [], openedMonth }: SituationView,
  personId: string | null,
  isFurther: boolean,
  birthDate: string | undefined,
  today: Day,
): boolean {
  const day = birthDate?.trim();
  if (!isDay(day) || tier2 === undefined) return false;
  const since = dayOf(`${openedMonth}-01`);
  const about = persons.filter(({ id }) => (isFurther ? true : id === personId));
  const bands = (isFurther || personId === null ? [tier2, ...about] : about).map(({ ageBand }) => ageBand);
  return bands.length > 0 && bands.every((band) => contradictsAgeBand(day, band, since, today));
}

export interface IdentityFormProps {
  readonly situation: SituationView;
  /** Whether others of this situation have identifiers: one more is not the person that it was opened about. */
  readonly isFurther?: boolean;
  /** What is corrected; without it a person is added. */
  readonly row?: Schema<'IdentityView'>;
  readonly onDone: () => void;
}

/** Limited identifiers as the originating agency gives them: as few as the others need to answer. */
export function IdentityForm({ situation, isFurther = false, row, onDone }: IdentityFormProps) {
  const { formatMessage } = useIntl();
  const situationId = situation.id;
  const today = useToday();
  const [identity, setIdentity] = useState<Identity>(row?.identity ?? empty);
  // As it was when writing began.
  const [before, setBefore] = useState<Identity>(identity);
  const [isTried, setTried] = useState(false);
  const save = useEdit<Identity, Identity, unknown>({
    tag: String(row?.version ?? 0),
    read: async () => {
      const { rows } = await ask(() =>
        api.GET('/api/v1/situations/{id}/tier3', { params: { path: { id: situationId } } }),
      );
      const now = rows.find(({ id }) => id === row?.id);
      return { data: now?.identity ?? empty, tag: String(now?.version ?? 0) };
    },
    save: (given, tag, once) =>
      row === undefined
        ? ask(() =>
            api.POST('/api/v1/situations/{id}/tier3', {
              params: { path: { id: situationId }, header: once },
              body: { identity: given },
            }),
          )
        : ask(() =>
            api.PUT('/api/v1/situations/{id}/tier3/{row}', {
              params: { path: { id: situationId, row: row.id }, header: ifMatch(Number(tag)) },
              body: { identity: given },
            }),
          ),
    changes: [situationKey(situationId)],
    onDone,
    isUntouched: (now) => isSame(now, before),
    isSaved: (now, sent) => row !== undefined && isSame(now, sent),
    onTheirs: (now) => {
      setBefore(now);
      setIdentity(now);
    },
  });
  const isComplete = identity.familyName.trim() !== '' && identity.givenNames.trim() !== '';
  return (
    <form
      noValidate
      className="identity-form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isComplete) save.do(withoutEmpty(identity));
      }}
    >
      <Stack>
        {save.problem !== undefined && <ProblemNotice problem={save.problem} />}
        {identityFields.map((field) => (
          <TextField
            key={field}
            label={formatMessage({ id: `identifiers.${field}` })}
            hint={field === 'birthDate' ? formatMessage({ id: 'identifiers.birthDate.hint' }) : undefined}
            optional={!needed.has(field)}
            autoComplete="off"
            spellCheck={false}
            error={
              isTried && needed.has(field) && identity[field]?.trim() === ''
                ? formatMessage({ id: 'identifiers.needed' })
                : undefined
            }
            value={identity[field] ?? ''}
            onChange={(value) => {
              setIdentity({ ...identity, [field]: value });
            }}
          />
        ))}
        {contradicts(situation, row?.personId ?? null, isFurther, identity.birthDate, today) && (
          <Notice tone="warning" says="polite">
            {formatMessage({ id: 'identifiers.birthDate.contradicts' })}
          </Notice>
        )}
        <ButtonRow>
          <Button variant="primary" type="submit" pending={save.pending}>
            {formatMessage({ id: 'identifiers.save' })}
          </Button>
          <Button variant="quiet" onPress={onDone}>
            {formatMessage({ id: 'situation.cancel' })}
          </Button>
        </ButtonRow>
      </Stack>
      {save.overtaken !== undefined && (
        <Conflict
          isOpen
          onMine={save.keepMine}
          onTheirs={save.takeTheirs}
          onLater={save.settleLater}
          keepsTheirs
          fields={identityFields.map((field) => ({
            label: formatMessage({ id: `identifiers.${field}` }),
            mine: identity[field] ?? '',
            theirs: save.overtaken?.theirs[field] ?? '',
          }))}
        />
      )}
    </form>
  );
}
