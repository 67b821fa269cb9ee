import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { OwnSeat } from '../api/me.js';
import { useSituationNumbers } from '../api/situation-numbers.js';
import { Dialog } from '../kit/dialog.js';
import { SearchList } from '../kit/search-list.js';
import { type SearchHit } from '../kit/search-hit.js';
import { navigationOf } from '../shared/navigation.js';

export interface PaletteDialogProps {
  readonly seat: OwnSeat;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What the palette searches: the pages of this seat, and situations by number. */
export function PaletteDialog({ seat, isOpen, onClose }: PaletteDialogProps) {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const numbers = useSituationNumbers(seat, isOpen);
  const hits: readonly SearchHit[] = useMemo(
    () => [
      ...navigationOf(seat.persona).map(({ place, path }) => ({
        id: path,
        label: formatMessage({ id: `app.nav.${place}` }),
      })),
      { id: '/profile', label: formatMessage({ id: 'app.profile' }) },
      { id: '/help', label: formatMessage({ id: 'app.help' }) },
      ...numbers.map(({ id, number }) => ({
        id: `/situations/${id}`,
        label: formatMessage({ id: 'dialogs.palette.situation' }, { number }),
      })),
    ],
    [seat.persona, numbers, formatMessage],
  );
  const search = useCallback(
    (typed: string) => {
      const wanted = typed.trim().toLowerCase();
      // The whole number comes before longer ones that begin with it: 2026-100 before 2026-1000.
      const isWhole = ({ label }: SearchHit): boolean => label.toLowerCase().endsWith(wanted);
      const found = hits.filter(({ label }) => label.toLowerCase().includes(wanted));
      return {
        hits: [...found.filter(isWhole), ...found.filter((hit) => !isWhole(hit))].slice(0, 8),
        corrected: null,
      };
    },
    [hits],
  );
  return (
    <Dialog title={formatMessage({ id: 'dialogs.palette' })} isOpen={isOpen} onClose={onClose}>
      <SearchList
        label={formatMessage({ id: 'dialogs.palette.hint' })}
        search={search}
        autoFocus
        onChoose={(path) => {
          onClose();
          void navigate({ to: path });
        }}
      />
    </Dialog>
  );
}
