import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';

type FieldProblem = NonNullable<Schema<'Problem'>['fields']>[number];

/** The last name of a path, and which of several it belongs to: `persons[1].ageBand` is the ageBand of the second. */
function partsOf(path: string): { readonly name: string; readonly number: number | undefined } {
  const name = path.replace(/\[\d+\]$/, '').replace(/^.*\./, '');
  const place = /.*\[(\d+)\]/.exec(path)?.[1];
  return { name, number: place === undefined ? undefined : Number(place) + 1 };
}

/** Which fields the server refused and why: each by the name that it has on the page, where it has one. */
export function ProblemFields({ fields }: { readonly fields: readonly FieldProblem[] }) {
  const { formatMessage, messages } = useIntl();
  if (fields.length === 0) return null;
  return (
    <ul>
      {fields.map(({ field, rule, place, character }) => {
        const { name, number } = partsOf(field);
        const id = `refusals.name.${name}`;
        const known = id in messages ? formatMessage({ id }) : name;
        const what = formatMessage({ id: 'refusals.rule' }, { rule, place, character });
        return (
          <li key={`${field} ${rule}`}>
            {formatMessage(
              { id: 'refusals.line' },
              { name: number === undefined ? known : `${known} ${number}`, what },
            )}
          </li>
        );
      })}
    </ul>
  );
}
