import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { tinykeys } from 'tinykeys';
import type { OwnSeat } from '../api/me.js';
import { useSituationNumbers } from '../api/situation-numbers.js';
import { Button } from '../kit/button.js';
import { Dialog } from '../kit/dialog.js';
import { SearchList, type SearchHit } from '../kit/search-list.js';
import { navigationOf } from './navigation.js';

/** `Ctrl K`: to any page of this seat, or to a situation by its number. */
export function Palette({ seat }: { readonly seat: OwnSeat }) {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => tinykeys(window, { '$mod+k': (event) => { event.preventDefault(); setOpen(true); } }, { capture: true }), []);
  const numbers = useSituationNumbers(seat, isOpen);
  const hits: readonly SearchHit[] = useMemo(() => [
    ...navigationOf(seat.persona).map(({ place, path }) => ({ id: path, label: formatMessage({ id: `app.nav.${place}` }) })),
    { id: '/profile', label: formatMessage({ id: 'app.profile' }) },
    { id: '/help', label: formatMessage({ id: 'app.help' }) },
    ...numbers.map(({ id, number }) => ({ id: `/situations/${id}`, label: formatMessage({ id: 'app.palette.situation' }, { number }) })),
  ], [seat.persona, numbers, formatMessage]);
  const search = useCallback((typed: string) => {
    const wanted = typed.trim().toLowerCase();
    return { hits: hits.filter(({ label }) => label.toLowerCase().includes(wanted)).slice(0, 8), corrected: null };
  }, [hits]);
  return (
    <>
      <Button size="small" variant="quiet" icon="search" keyHint="Ctrl+K" onPress={() => { setOpen(true); }}>{formatMessage({ id: 'app.palette.open' })}</Button>
      <Dialog title={formatMessage({ id: 'app.palette' })} isOpen={isOpen} onClose={() => { setOpen(false); }}>
        <SearchList label={formatMessage({ id: 'app.palette.hint' })} search={search} autoFocus onChoose={(path) => {
          setOpen(false);
          void navigate({ to: path });
        }} />
      </Dialog>
    </>
  );
}
