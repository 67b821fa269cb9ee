import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMe } from '../../api/me.js';
import { Page } from '../../kit/layout.js';
import { PageHeader } from '../../kit/page-header.js';
import { CalendarFeed } from './calendar-feed.js';
import { LanguageChoice } from './language-choice.js';
import { MailAddress } from './mail-address.js';
import { MailPreferencesForm } from './mail-preferences.js';
import { PasswordChange } from './password-change.js';
import './profile.css';
import { RecoveryCodes } from './recovery-codes.js';
import { OwnResets, OwnSessions } from './sessions.js';
import { SecondFactorSetUp } from './second-factor-set-up.js';

/** One's own account: how one comes in, where one is signed in, and how the product speaks and writes to one. */
export function Profile() {
  const { formatMessage } = useIntl();
  const { data: me } = useMe();
  const [codes, setCodes] = useState<readonly string[]>();
  if (!me) return null;
  if (codes !== undefined)
    return (
      <RecoveryCodes
        codes={codes}
        onKept={() => {
          setCodes(undefined);
        }}
      />
    );
  return (
    <Page width="narrow">
      <PageHeader
        title={formatMessage({ id: 'app.profile' })}
        lead={formatMessage({ id: 'profile.lead' }, { name: me.displayName, signInName: me.signInName })}
      />
      <LanguageChoice />
      <PasswordChange />
      <SecondFactorSetUp me={me} onCodes={setCodes} />
      <OwnSessions />
      <OwnResets />
      <MailAddress />
      <MailPreferencesForm />
      <CalendarFeed />
    </Page>
  );
}
