import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { useLanguage } from '../../session/language.js';
import { Button } from '../../kit/button.js';
import { useNow } from '../../kit/clock.js';
import { Row } from '../../kit/layout.js';
import { beginPairing } from './projector-api.js';

const mostCodes = 5;

/**
 * Shows a code until a coordinator has typed it. A few codes follow each other by themselves, then somebody
 * must ask for the next.
 */
export function Pairing() {
  const { formatMessage } = useIntl();
  const { language, choose } = useLanguage();
  const { data: code, refetch } = useQuery({
    queryKey: ['pairing'],
    queryFn: beginPairing,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    meta: { quiet: true, fixed: true },
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data !== undefined && dataUpdateCount < mostCodes
        ? Math.max(1_000, Date.parse(data.goodUntil) - Date.now())
        : false,
  });
  const now = useNow(1000);
  const left = code === undefined ? 0 : Math.max(0, Math.ceil((Date.parse(code.goodUntil) - now) / 1000));
  const other = language === 'en' ? 'fr' : 'en';
  return (
    <div className="wall-pairing">
      <h1>{formatMessage({ id: 'projector.pair' })}</h1>
      {code !== undefined && left > 0 ? (
        <>
          <p className="wall-code" aria-live="polite">
            {code.code}
          </p>
          <p>{formatMessage({ id: 'projector.pair.how' })}</p>
          <p className="text-quiet">
            {formatMessage(
              { id: 'projector.pair.left' },
              { time: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` },
            )}
          </p>
        </>
      ) : (
        <p>{formatMessage({ id: code === undefined ? 'app.loading' : 'projector.pair.over' })}</p>
      )}
      <Row>
        {code !== undefined && left === 0 && (
          <Button
            variant="primary"
            size="large"
            onPress={() => {
              void refetch();
            }}
          >
            {formatMessage({ id: 'projector.pair.again' })}
          </Button>
        )}
        <Button
          onPress={() => {
            choose(other);
          }}
        >
          <span lang={other}>{formatMessage({ id: 'app.language' })}</span>
        </Button>
      </Row>
    </div>
  );
}
