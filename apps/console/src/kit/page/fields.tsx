import { useState } from 'react';
import { Checkbox } from '../checkbox.js';
import { CheckboxGroup } from '../checkbox-group.js';
import { NumberField } from '../number-field.js';
import { Notice } from '../notice.js';
import { RadioGroup } from '../radio-group.js';
import { Select } from '../select.js';
import { Switch } from '../switch.js';
import { TextArea } from '../text-area.js';
import { TextField } from '../text-field.js';
import { Button } from '../button.js';
import { Piece, useSample } from './piece.js';

const bands = ['0–5', '6–11', '12–17', '18–24', '25–29', '30–39', '40–59', '60+'] as const;

/** Everything that takes an answer, empty, filled, disabled and wrong. */
export function Fields() {
  const say = useSample();
  const [text, setText] = useState('');
  const [summary, setSummary] = useState(
    say(
      'Left home twice; Jordan stopped attending school.',
      'A quitté la maison deux fois; Jordan ne va plus à l’école.',
    ),
  );
  const [days, setDays] = useState<number | null>(30);
  const [who, setWho] = useState<'person' | 'family' | 'dwelling' | 'neighbourhood' | null>('family');
  const [band, setBand] = useState<(typeof bands)[number] | null>(null);
  const [sectors, setSectors] = useState<readonly ('police' | 'health' | 'school' | 'housing')[]>(['police']);
  const [reason, setReason] = useState<'connected' | 'refused' | null>(null);
  const [agreed, setAgreed] = useState(false);
  const [follows, setFollows] = useState(true);
  return (
    <>
      <Piece name="TextField">
        <TextField
          label={say('Sign-in name', 'Nom d’utilisateur')}
          value={text}
          onChange={setText}
          autoComplete="username"
          hint={say('As your administrator gave it to you.', 'Tel que fourni par votre administrateur.')}
        />
        <TextField
          label={say('Code', 'Code')}
          value="123"
          onChange={setText}
          width={8}
          inputMode="numeric"
          error={say(
            'The code has six digits. Look at your app again.',
            'Le code a six chiffres. Vérifiez votre application.',
          )}
        />
        <TextField
          label={say('Postal address', 'Adresse postale')}
          value={say('Cannot be changed here', 'Ne se modifie pas ici')}
          onChange={setText}
          disabled
          optional
        />
        <NumberField
          label={say('Days to correct', 'Jours pour corriger')}
          value={days}
          onChange={setDays}
          unit={say('days', 'jours')}
        />
      </Piece>
      <Piece name="TextArea">
        <TextArea
          label={say('Summary', 'Résumé')}
          optional
          hint={say(
            'No names, addresses, dates of birth or schools.',
            'Aucun nom, adresse, date de naissance ni école.',
          )}
          value={summary}
          onChange={setSummary}
          limit={60}
          guard={
            <Notice tone="warning" small>
              {say('“Jordan” looks like a name. Take it out.', '« Jordan » ressemble à un nom. Retirez-le.')}
            </Notice>
          }
        />
      </Piece>
      <Piece name="RadioGroup">
        <RadioGroup
          label={say('Who is at risk?', 'Qui est à risque?')}
          look="segments"
          value={who}
          onChange={setWho}
          options={[
            { value: 'person', label: say('Person', 'Personne') },
            { value: 'family', label: say('Family', 'Famille') },
            { value: 'dwelling', label: say('Dwelling', 'Logement') },
            { value: 'neighbourhood', label: say('Neighbourhood', 'Quartier'), disabled: true },
          ]}
        />
        <RadioGroup
          label={say('Age', 'Âge')}
          look="segments"
          value={band}
          onChange={setBand}
          options={bands.map((each) => ({ value: each, label: each }))}
          error={say('Choose an age group, or “unknown”.', 'Choisissez un groupe d’âge ou « inconnu ».')}
        />
        <RadioGroup
          label={say('Reason', 'Motif')}
          value={reason}
          onChange={setReason}
          options={[
            {
              value: 'connected',
              label: say('Connected to services', 'Mise en contact avec des services'),
              hint: say('At least one service was accepted.', 'Au moins un service a été accepté.'),
            },
            { value: 'refused', label: say('Refused services', 'Refus de services') },
          ]}
        />
        <RadioGroup
          label={say('Who hears the name?', 'Qui entend le nom?')}
          look="cards"
          value={reason}
          onChange={setReason}
          options={[
            {
              value: 'connected',
              label: say('The agencies asked', 'Les organismes sollicités'),
              hint: say(
                'Only those that the originating agency lists.',
                'Seulement ceux que l’organisme d’origine énumère.',
              ),
            },
            {
              value: 'refused',
              label: say('Nobody', 'Personne'),
              hint: say(
                'Answers are given on the de-identified card.',
                'Les réponses se donnent sur la fiche dépersonnalisée.',
              ),
            },
          ]}
        />
      </Piece>
      <Piece name="CheckboxGroup, Checkbox, Switch, Select">
        <CheckboxGroup
          label={say('Sectors that seem to be needed', 'Secteurs qui semblent nécessaires')}
          look="segments"
          value={sectors}
          onChange={setSectors}
          options={[
            { value: 'police', label: 'Police' },
            { value: 'health', label: say('Mental health', 'Santé mentale') },
            { value: 'school', label: say('Education', 'Éducation') },
            { value: 'housing', label: say('Housing', 'Logement'), disabled: true },
          ]}
        />
        <Checkbox
          checked={agreed}
          onChange={setAgreed}
          hint={say(
            'You have asked your own services first.',
            'Vous avez d’abord sollicité vos propres services.',
          )}
        >
          {say('Own means are exhausted', 'Nos propres moyens sont épuisés')}
        </Checkbox>
        <Checkbox checked={agreed} partly onChange={setAgreed}>
          {say('All agencies', 'Tous les organismes')}
        </Checkbox>
        <Checkbox
          checked={false}
          onChange={setAgreed}
          error={say(
            'Tick this before bringing it to the table.',
            'Cochez ceci avant de présenter la situation.',
          )}
        >
          {say('The summary names nobody', 'Le résumé ne nomme personne')}
        </Checkbox>
        <Switch
          checked={follows}
          onChange={setFollows}
          hint={say('One key to look elsewhere.', 'Une touche pour regarder ailleurs.')}
        >
          {say('Follow the coordinator', 'Suivre la présidence')}
        </Switch>
        <Select
          label={say('Period', 'Période')}
          value={reason}
          onChange={setReason}
          placeholder={say('Choose', 'Choisir')}
          options={[
            { value: 'connected', label: say('Third quarter of 2026', 'Troisième trimestre de 2026') },
            { value: 'refused', label: say('Year 2026', 'Année 2026') },
          ]}
        />
        <Button variant="primary" type="submit">
          {say('Save', 'Enregistrer')}
        </Button>
      </Piece>
    </>
  );
}
