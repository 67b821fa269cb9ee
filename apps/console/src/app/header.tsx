import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { Me, OwnSeat } from '../api/me.js';
import { useSaveLanguage } from '../api/profile.js';
import { Button } from '../kit/button.js';
import { Account } from './account.js';
import { useLanguage } from '../session/language.js';
import { navigationOf } from '../shared/navigation.js';
import { Palette } from './palette.js';
import { seatName } from './seat-choice.js';

/** Who acts, from which seat, and where one can go. */
export function Header({
  me,
  seat,
  onSignOut,
}: {
  readonly me: Me;
  readonly seat: OwnSeat | undefined;
  readonly onSignOut: () => void;
}) {
  const { formatMessage } = useIntl();
  const { language, choose } = useLanguage();
  const saveLanguage = useSaveLanguage();
  const other = language === 'en' ? 'fr' : 'en';
  return (
    <header className="shell-header no-print">
      <div className="shell-bar">
        <Link to="/" className="shell-name">
          {formatMessage({ id: 'app.name' })}
        </Link>
        {seat !== undefined && <p className="shell-seat">{seatName(formatMessage, seat)}</p>}
        <div className="shell-tools">
          {seat !== undefined && <Palette seat={seat} />}
          <Button
            size="small"
            variant="quiet"
            onPress={() => {
              choose(other);
              saveLanguage(other);
            }}
          >
            <span lang={other}>{formatMessage({ id: 'app.language' })}</span>
          </Button>
          <Account me={me} onSignOut={onSignOut} />
        </div>
      </div>
      {seat !== undefined && (
        <nav className="shell-nav" aria-label={formatMessage({ id: 'app.nav' })}>
          {navigationOf(seat.persona).map(({ place, path }) => (
            <Link key={place} to={path}>
              {formatMessage({ id: `app.nav.${place}` })}
            </Link>
          ))}
        </nav>
      )}
    </header>
  );
}
