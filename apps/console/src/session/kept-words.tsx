import { useIntl } from 'react-intl';
import { putWordsAway, type KeptWords } from '../api/kept-words.js';
import { Button } from '../kit/button.js';
import { Notice } from '../kit/notice.js';
import { ProblemFields } from '../kit/problem-fields.js';

/**
 * What could not be saved after its page was left, and what another version replaced: said on every page,
 * with the words, until put away.
 */
export function KeptWordsNotices({ kept }: { readonly kept: readonly KeptWords[] }) {
  const { formatMessage } = useIntl();
  return kept.map(({ id, why, problem, words }) => (
    <Notice
      key={id}
      tone="warning"
      says="assertive"
      title={formatMessage({ id: `refusals.kept.${why}` })}
      action={
        <Button
          size="small"
          onPress={() => {
            putWordsAway(id);
          }}
        >
          {formatMessage({ id: 'refusals.kept.putAway' })}
        </Button>
      }
    >
      {problem !== undefined && (
        <p>
          {problem.detail} <strong>{problem.next}</strong>
        </p>
      )}
      <ProblemFields fields={problem?.fields ?? []} />
      {words.map((text, place) => (
        <blockquote key={place} className="kept-words">
          {text}
        </blockquote>
      ))}
    </Notice>
  ));
}
