import { useIntl } from 'react-intl';
import { useSaveLanguage } from '../../api/profile.js';
import { useLanguage } from '../../session/language.js';
import { Panel } from '../../kit/panel.js';
import { RadioGroup } from '../../kit/radio-group.js';

/** The language of every page and email; each is named in itself. */
export function LanguageChoice() {
  const { formatMessage } = useIntl();
  const { language, choose } = useLanguage();
  const save = useSaveLanguage();
  return (
    <Panel title={formatMessage({ id: 'profile.language' })}>
      <RadioGroup
        label={formatMessage({ id: 'profile.language.label' })}
        hint={formatMessage({ id: 'profile.language.hint' })}
        look="segments"
        value={language}
        onChange={(chosen) => {
          choose(chosen);
          save(chosen);
        }}
        options={[
          { value: 'en', label: <span lang="en">English</span> },
          { value: 'fr', label: <span lang="fr">Français</span> },
        ]}
      />
    </Panel>
  );
}
