import type { Day } from '#domain/days';
import { useRef, useState } from 'react';
import { ChipList } from '../chip-list.js';
import { DateField } from '../date-field.js';
import { Disclosure } from '../disclosure.js';
import { ErrorSummary } from '../error-summary.js';
import { SearchList, type SearchAnswer } from '../search-list.js';
import { type SearchGroup, type SearchHit } from '../search-hit.js';
import { TextField } from '../text-field.js';
import { Piece, useSample } from './piece.js';

/** Searching, choosing, and what is wrong with a form. */
export function Finding() {
  const say = useSample();
  const [chosen, setChosen] = useState<readonly string[]>(['suicide']);
  const [day, setDay] = useState<Day | null>('2026-11-26');
  const box = useRef<HTMLInputElement>(null);
  const group = say('Missing', 'Disparition');
  const hits: readonly SearchHit[] = [
    {
      id: 'with',
      group,
      label: say('runaway with parents’ knowledge', 'fugue à la connaissance des parents'),
      tag: say('Risk factor', 'Facteur de risque'),
      definition: say(
        'Has run away; guardians know where they are but are indifferent',
        'A fugué; les responsables savent où, mais restent indifférents',
      ),
    },
    {
      id: 'without',
      group,
      label: say('runaway without parents’ knowledge', 'fugue à l’insu des parents'),
      tag: say('Risk factor', 'Facteur de risque'),
      definition: say(
        'Has run away; guardians do not know where they are',
        'A fugué; les responsables ne savent pas où',
      ),
    },
    {
      id: 'homeless',
      label: say('Homelessness', 'Itinérance'),
      tag: say('Study flag', 'Indicateur d’étude'),
    },
    {
      id: 'suicide',
      group: say('Suicide', 'Suicide'),
      label: say('current risk', 'risque actuel'),
      tag: say('Risk factor', 'Facteur de risque'),
    },
  ];
  const search = (typed: string): SearchAnswer => {
    const near = (word: string): readonly SearchHit[] =>
      hits.filter((hit) => `${hit.group ?? ''} ${hit.label}`.toLowerCase().includes(word.toLowerCase()));
    if (typed === 'rnaway')
      return { hits: near(say('runaway', 'fugue')), corrected: say('runaway', 'fugue') };
    return { hits: near(typed), corrected: null };
  };
  const browse: readonly SearchGroup[] = [
    { id: 'missing', label: group, hits: hits.slice(0, 2) },
    { id: 'suicide', label: say('Suicide', 'Suicide'), hits: hits.slice(3) },
  ];
  const remove = (id: string): void => {
    setChosen((now) => now.filter((each) => each !== id));
  };
  return (
    <>
      <Piece name="SearchList, ChipList">
        <SearchList
          label={say(
            'Risk factors, flags, protective factors',
            'Facteurs de risque, indicateurs, facteurs de protection',
          )}
          hint={say(
            'Type a few letters, Enter adds. Backspace takes out the last one.',
            'Tapez quelques lettres, Entrée ajoute. Retour arrière retire le dernier.',
          )}
          search={search}
          browse={browse}
          chosen={chosen}
          ref={box}
          onChoose={(id) => {
            setChosen((now) => [...now.filter((each) => each !== id), id]);
          }}
          onBackspace={() => {
            setChosen((now) => now.slice(0, -1));
          }}
        />
        <ChipList
          label={say('Chosen', 'Choisis')}
          onRemove={remove}
          onEmptied={() => box.current?.focus()}
          chips={hits
            .filter((hit) => chosen.includes(hit.id))
            .map((hit) => ({
              id: hit.id,
              label: [hit.group, hit.label].filter(Boolean).join(' – '),
              tag: hit.group === undefined ? hit.tag : undefined,
            }))}
        />
        <ChipList
          label={say('Only shown', 'Affichés seulement')}
          chips={[
            { id: 'a', label: say('Police', 'Police') },
            { id: 'b', label: say('Housing', 'Logement'), tag: say('Sector', 'Secteur') },
          ]}
        />
      </Piece>
      <Piece name="DateField, Disclosure">
        <DateField
          label={say('Day of the meeting', 'Jour de la rencontre')}
          hint={say('For example 2026 11 26', 'Par exemple 2026 11 26')}
          value={day}
          onChange={setDay}
        />
        <DateField
          label={say('Keep until', 'Conserver jusqu’au')}
          value={null}
          onChange={setDay}
          optional
          error={say(
            'There is no such day. Write year, month and day in numbers.',
            'Ce jour n’existe pas. Écrivez l’année, le mois et le jour en chiffres.',
          )}
        />
        <Disclosure title={say('Why are cells hidden?', 'Pourquoi des cellules sont-elles masquées?')} isOpen>
          {say(
            'So that nobody can be found by subtraction.',
            'Pour que personne ne puisse être retrouvé par soustraction.',
          )}
        </Disclosure>
      </Piece>
      <Piece name="ErrorSummary">
        <SummaryOfErrors />
      </Piece>
    </>
  );
}

function SummaryOfErrors() {
  const say = useSample();
  const [text, setText] = useState('');
  const message = say('Enter the code from your app.', 'Entrez le code de votre application.');
  return (
    <>
      <ErrorSummary
        errors={[
          { fieldId: 'kit-code', message },
          { message: say('Nothing was saved.', 'Rien n’a été enregistré.') },
        ]}
      />
      <TextField
        id="kit-code"
        label={say('Code of the app', 'Code de l’application')}
        value={text}
        onChange={setText}
        error={message}
        width={8}
      />
    </>
  );
}
