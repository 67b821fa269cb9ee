import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { dayOf, isDay, type Day } from '#domain/days';
import { contradictsAgeBand } from '#domain/vocabulary';
import { api, ask, ifMatch } from '../../api/api.js';
import { withoutEmpty } from '../../api/without-empty.js';
import { situationKey, type SituationView } from '../../api/moves.js';
import type { Once } from '../../api/use-action.js';
import { useEdit } from '../../api/use-edit.js';
import { Conflict } from '../../shared/conflict.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Stack } from '../../kit/layout.js';
import { useToday } from '../../kit/days.js';
import { Notice } from '../../kit/notice.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { TextField } from '../../kit/text-field.js';
import { WhoField, type Bands, type Who } from './who.js';
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

const only = (left: readonly Who[]): Who | undefined => (left.length === 1 ? left[0] : undefined);

const isSame = (one: Identity, other: Identity): boolean =>
  identityFields.every((field) => (one[field] ?? '') === (other[field] ?? ''));

/** Whether a birth date lies outside the age band that the table was shown of this person. */
function contradicts(
  { tier2, persons = [], openedMonth }: SituationView,
  who: Who | undefined,
  further: string | undefined,
  birthDate: string | undefined,
  today: Day,
): boolean {
  const day = birthDate?.trim();
  if (!isDay(day) || who === undefined) return false;
  const band =
    who === 'subject'
      ? tier2?.ageBand
      : who === 'further'
        ? further
        : persons.find(({ id }) => id === who.id)?.ageBand;
  return band != null && contradictsAgeBand(day, band, dayOf(`${openedMonth}-01`), today);
}

export interface IdentityFormProps {
  readonly situation: SituationView;
  /** Who of the card has no identifiers yet, where a person is added. */
  readonly left?: readonly Who[];
  /** What is corrected; without it a person is added. */
  readonly row?: Schema<'IdentityView'>;
  readonly onDone: () => void;
}

/** Limited identifiers as the originating agency gives them: as few as the others need to answer. */
export function IdentityForm({ situation, left = [], row, onDone }: IdentityFormProps) {
  const { formatMessage } = useIntl();
  const situationId = situation.id;
  const today = useToday();
  const [identity, setIdentity] = useState<Identity>(row?.identity ?? empty);
  // As it was when writing began.
  const [before, setBefore] = useState<Identity>(identity);
  const [isTried, setTried] = useState(false);
  const [chosen, setChosen] = useState<Who | undefined>(left.includes('subject') ? 'subject' : only(left));
  const [bands, setBands] = useState<Bands>({});
  const isAsked = row === undefined && !(left.length === 1 && chosen === 'subject');
  const who: Who | undefined =
    row === undefined ? chosen : row.personId === null ? 'subject' : { id: row.personId };
  // A person put on the card by a save whose second half failed is not put there twice.
  const onCard = useRef<string>(undefined);
  const personOf = async (once: Once): Promise<string | undefined> => {
    if (typeof chosen === 'object') return chosen.id;
    if (chosen !== 'further') return undefined;
    onCard.current ??= (
      await ask(() =>
        api.POST('/api/v1/situations/{id}/persons', {
          // A key of its own: the identifiers are a second request.
          params: {
            path: { id: situationId },
            header: { 'Idempotency-Key': `${once['Idempotency-Key']}-card` },
          },
          body: bands,
        }),
      )
    ).id;
    return onCard.current;
  };
  const save = useEdit<Identity, Identity, unknown>({
    tag: String(row?.version ?? 0),
    read: async () => {
      const { rows } = await ask(() =>
        api.GET('/api/v1/situations/{id}/tier3', { params: { path: { id: situationId } } }),
      );
      const now = rows.find(({ id }) => id === row?.id);
      return { data: now?.identity ?? empty, tag: String(now?.version ?? 0) };
    },
    save: async (given, tag, once) => {
      if (row !== undefined)
        return ask(() =>
          api.PUT('/api/v1/situations/{id}/tier3/{row}', {
            params: { path: { id: situationId, row: row.id }, header: ifMatch(Number(tag)) },
            body: { identity: given },
          }),
        );
      const personId = await personOf(once);
      return ask(() =>
        api.POST('/api/v1/situations/{id}/tier3', {
          params: { path: { id: situationId }, header: once },
          body: { ...(personId !== undefined && { personId }), identity: given },
        }),
      );
    },
    changes: [situationKey(situationId)],
    onDone,
    isUntouched: (now) => isSame(now, before),
    isSaved: (now, sent) => row !== undefined && isSame(now, sent),
    onTheirs: (now) => {
      setBefore(now);
      setIdentity(now);
    },
  });
  const isComplete =
    who !== undefined && identity.familyName.trim() !== '' && identity.givenNames.trim() !== '';
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
        {isAsked && (
          <WhoField
            situation={situation}
            left={left}
            value={chosen}
            error={
              isTried && chosen === undefined ? formatMessage({ id: 'identifiers.who.needed' }) : undefined
            }
            onChange={setChosen}
            bands={bands}
            onBands={setBands}
          />
        )}
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
        {contradicts(situation, who, bands.ageBand, identity.birthDate, today) && (
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
