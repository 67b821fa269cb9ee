import { useState } from 'react';
import { BarTable } from '../bar-table.js';
import { Breadcrumb } from '../breadcrumb.js';
import { Button } from '../button.js';
import { ButtonRow } from '../button-row.js';
import { EmptyState } from '../empty-state.js';
import { HeldAction } from '../held-action.js';
import { LanguageMixed } from '../language-mixed.js';
import { Loading } from '../loading.js';
import { MoreButton } from '../more-button.js';
import { OfflineBar } from '../offline-bar.js';
import { ProblemNotice } from '../problem-notice.js';
import { Progress } from '../progress.js';
import { useToast } from '../toasts.js';
import { Piece, useSample } from './piece.js';

/** What the console says of itself: waiting, lost, refused, done, and figures. */
export function Saying() {
  const say = useSample();
  const toast = useToast();
  const [sent, setSent] = useState(0);
  const [shown, setShown] = useState(20);
  const hidden = say('fewer than 11', 'moins de 11');
  return (
    <>
      <Piece name="BarTable">
        <BarTable
          caption={say(
            'Discussions by risk category, Harbour, third quarter of 2026',
            'Discussions par catégorie de risque, Harbour, troisième trimestre de 2026',
          )}
          of={say('Risk category', 'Catégorie de risque')}
          series={[say('Third quarter', 'Troisième trimestre'), say('Second quarter', 'Deuxième trimestre')]}
          note={say(
            'Of 151 discussions. A discussion counts in each of its categories.',
            'Sur 151 discussions. Une discussion compte dans chacune de ses catégories.',
          )}
          rows={[
            {
              id: 'mh',
              label: say('Mental health', 'Santé mentale'),
              cells: [
                { kind: 'shown', value: 118 },
                { kind: 'shown', value: 97 },
              ],
            },
            {
              id: 'dr',
              label: say('Drugs', 'Drogues'),
              cells: [
                { kind: 'shown', value: 96 },
                { kind: 'shown', value: 101 },
              ],
            },
            {
              id: 'ga',
              label: say('Gangs', 'Gangs'),
              cells: [
                { kind: 'hidden', why: hidden },
                { kind: 'hidden', why: hidden },
              ],
            },
            {
              id: 'gm',
              label: say('Gambling', 'Jeu'),
              cells: [
                { kind: 'hidden', why: say('protects another number', 'protège un autre nombre') },
                { kind: 'shown', value: 14 },
              ],
            },
            {
              id: 're',
              label: say('Rejected', 'Rejetées'),
              cells: [{ kind: 'notApplicable', why: say('redacted', 'caviardé') }, { kind: 'notApplicable' }],
            },
          ]}
        />
      </Piece>
      <Piece name="HeldAction, Toasts">
        <HeldAction
          danger
          onSend={() => {
            setSent((now) => now + 1);
          }}
          effect={say(
            'Thirteen agencies lose the names and keep the card.',
            'Treize organismes perdent les noms et gardent la fiche.',
          )}
          keyHint="⏎"
        >
          {say('Assign and ask', 'Désigner et demander')}
        </HeldAction>
        <p data-sent={sent}>
          {say('Sent', 'Envoyé')} : {sent}
        </p>
        <ButtonRow>
          <Button
            onPress={() => {
              toast({
                message: say('2026-144 is rejected.', '2026-144 est rejetée.'),
                onUndo: () => {
                  toast({ message: say('Brought back.', 'Rétablie.') });
                },
              });
            }}
          >
            {say('Say and offer to undo', 'Annoncer et offrir de défaire')}
          </Button>
        </ButtonRow>
      </Piece>
      <Piece name="OfflineBar, ProblemNotice">
        <OfflineBar
          isOffline
          waiting={2}
          onRetry={() => {
            toast({ message: say('Still no connection.', 'Toujours aucune connexion.'), tone: 'warning' });
          }}
        />
        <ProblemNotice
          onRetry={() => {
            setSent(0);
          }}
          problem={{
            status: 409,
            title: say('This cannot be released yet', 'Ceci ne peut pas encore être communiqué'),
            detail: say(
              'The risk was recorded by you: somebody else must release.',
              'Vous avez consigné le risque : une autre personne doit communiquer les identifiants.',
            ),
            next: say(
              'Ask another representative of your agency.',
              'Demandez à une autre personne de votre organisme.',
            ),
            requestId: '0198f2d1-5b7c-7d11-9a52-0242ac120002',
          }}
        />
      </Piece>
      <Piece name="Progress, Loading, EmptyState, MoreButton">
        <Progress label={say('Situations done', 'Situations traitées')} done={4} total={9} />
        <Loading label={say('Agenda', 'Ordre du jour')} />
        <EmptyState
          title={say('Nothing to do now', 'Rien à faire maintenant')}
          action={<Button icon="add">{say('New situation', 'Nouvelle situation')}</Button>}
        >
          {say(
            'What comes to your agency stands here first.',
            'Ce qui arrive à votre organisme apparaît d’abord ici.',
          )}
        </EmptyState>
        <MoreButton
          hasMore={shown < 60}
          shown={shown}
          total={60}
          onMore={() => {
            setShown(shown + 20);
          }}
        />
      </Piece>
      <Piece name="Breadcrumb, LanguageMixed">
        <Breadcrumb>
          <a href="#words">{say('Words', 'Termes')}</a>
          <a href="#factors">{say('Risk factors', 'Facteurs de risque')}</a>
        </Breadcrumb>
        <p>
          <LanguageMixed lang="en">Alcohol – abuse in home</LanguageMixed> ·{' '}
          <LanguageMixed lang="fr">Alcool – abus à la maison</LanguageMixed>
        </p>
      </Piece>
    </>
  );
}
